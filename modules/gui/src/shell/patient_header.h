#pragma once

#include <facet/gui/panel.h>
#include <facet/workspace/patient_header.h>

class QHBoxLayout;

namespace facet::gui {

class ElidedLabel;
class SearchButton;

/// The bar on top of all pages: who is open and what matters of them, and the way into the search.
class PatientHeader final : public Panel {
  Q_OBJECT

public:
  explicit PatientHeader(const workspace::Theme& theme, QWidget* parent = nullptr);

  void setPatient(const workspace::PatientPtr& patient);

Q_SIGNALS:
  void searchRequested();

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void makeRoom();

  const workspace::Theme& m_theme;
  ElidedLabel* m_name;
  QWidget* m_facts;
  SearchButton* m_search;
};

} // namespace facet::gui
