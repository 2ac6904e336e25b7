#pragma once

#include <facet/core/date.h>
#include <facet/core/geometry.h>

#include <QObject>

#include <optional>

namespace facet::workspace {

/// The day that all pages of a patient look at.
class TimeCursor : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;
  /// None until a day was chosen.
  [[nodiscard]] std::optional<Day> day() const { return m_day; }
  void setDay(std::optional<Day> day);

Q_SIGNALS:
  void dayChanged();

private:
  std::optional<Day> m_day;
};

/// The place in the patient that all views look at. Frame: LPS mm of the frame of reference that the images share.
class AnatomyCursor : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;
  /// None until a place was chosen.
  [[nodiscard]] std::optional<LpsPoint> point() const { return m_point; }
  void setPoint(std::optional<LpsPoint> point);

Q_SIGNALS:
  void pointChanged();

private:
  std::optional<LpsPoint> m_point;
};

} // namespace facet::workspace
