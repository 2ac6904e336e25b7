#pragma once

#include <facet/workspace/theme.h>

#include <QIcon>
#include <QPainter>

namespace facet::gui {

/// The icons of resources/icons: one stroke set on a 20 px grid.
enum class Icon {
  Calendar,
  Cancel,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  Clock,
  Close,
  Copy,
  Crosshair,
  Cube,
  Dose,
  Error,
  Export,
  Eye,
  EyeOff,
  Filter,
  Fit,
  Folder,
  Globe,
  Import,
  Info,
  Keyboard,
  Lab,
  Layout,
  LayoutSingle,
  Link,
  Lock,
  Menu,
  Minus,
  Missing,
  Mri,
  Overlay,
  Overview,
  Pan,
  Patients,
  Plus,
  Print,
  Relapse,
  Report,
  Response,
  Rotate,
  Ruler,
  Screenshot,
  Search,
  Sync,
  Table,
  Test,
  ThemeMoon,
  Timeline,
  Treatment,
  Visit,
  Warning,
  WindowLevel,
  Zoom
};
inline constexpr std::size_t kIcons = static_cast<std::size_t>(Icon::Zoom) + 1;

/// An icon that takes its colours from the theme whenever it is drawn: `normal`, Text while hovered or selected, Accent
/// while checked, TextTertiary while disabled. The theme must outlive it.
[[nodiscard]] QIcon themedIcon(const workspace::Theme& theme, Icon icon,
                               workspace::Token normal = workspace::Token::TextSecondary);

/// Draws an icon, scaled to `box`, in one colour.
void drawIcon(QPainter& painter, const QRectF& box, Icon icon, const QColor& color);

} // namespace facet::gui
