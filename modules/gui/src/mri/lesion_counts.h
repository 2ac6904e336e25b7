#pragma once

#include <facet/workspace/lesion_pair.h>
#include <facet/workspace/theme.h>

#include <QWidget>

#include <array>

namespace facet::gui {

class TextLabel;

/// How many lesions are new, enlarging and so on, each with shape, colour and word.
class LesionCounts final : public QWidget {
  Q_OBJECT

public:
  explicit LesionCounts(const workspace::Theme& theme, QWidget* parent = nullptr);

  void setCounts(const std::array<std::size_t, lesions::kChangeStatuses>& counts);

private:
  std::array<TextLabel*, lesions::kChangeStatuses> m_numbers{};
};

} // namespace facet::gui
