#pragma once

#include <facet/gui/panel.h>
#include <facet/workspace/mri_model.h>

class QComboBox;

namespace facet::gui {

class ElidedLabel;

/// The head of a row of views: which scan, how it stands to the other, contrast, window, and what one has to know.
class VisitBar final : public Panel {
  Q_OBJECT

public:
  VisitBar(const workspace::Theme& theme, workspace::MriModel& model, const workspace::TimeCursor& time,
           workspace::MriRow row, QWidget* parent = nullptr);

  /// What a reader has to know of this scan before trusting it: in two or three words, and as a sentence.
  struct Warning {
    QString label;
    QString sentence;
  };
  [[nodiscard]] QList<Warning> warnings() const;

private:
  void show();
  void showDates();
  void showImages();
  void showWindows();
  [[nodiscard]] QString dateOf(const workspace::StudyVisit& visit) const;
  [[nodiscard]] QString relation() const;
  [[nodiscard]] QString facts() const;
  [[nodiscard]] QString linkSentence() const;
  [[nodiscard]] bool isOtherScanner() const;

  workspace::MriModel& m_model;
  const workspace::TimeCursor& m_time;
  workspace::MriRow m_row;
  QComboBox* m_date;
  QComboBox* m_image;
  QComboBox* m_window;
  ElidedLabel* m_relation;
  ElidedLabel* m_facts;
  QWidget* m_warningIcon;
  ElidedLabel* m_warning;
};

} // namespace facet::gui
