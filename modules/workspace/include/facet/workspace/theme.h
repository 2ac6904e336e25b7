#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

#include <array>

namespace facet::workspace {

/// A colour by its role. Widgets, charts and reports name roles, never colours. A role without "Area" may be text on
/// Window and Panel; "Area" fills shapes.
enum class Token {
  Window,
  Panel,
  Raised,
  Hover,
  Line,
  Text,
  TextSecondary,
  TextTertiary, ///< hints, never information
  Accent,
  OnAccent,
  Selection,
  Viewport,
  OnViewport, ///< text over an image
  Orientation,
  Relapse, ///< also a new lesion and relapse-associated worsening
  RelapseArea,
  Threshold, ///< also an enlarging lesion
  ThresholdArea,
  Modest, ///< a drug of modest efficacy; also a shrinking lesion
  ModestArea,
  HighArea, ///< a drug of high efficacy; drawn with a hatch
  Good,     ///< also reference bands; never a lesion that vanished
  GoodArea,
  Pira,
  PiraArea,
  Stable ///< also a lesion that is no longer visible
};
inline constexpr std::size_t kTokens = static_cast<std::size_t>(Token::Stable) + 1;

/// A length by its role. Units: logical pixels.
enum class Size { Grid, Radius, Rail, Header, StatusBar, HitTarget, Icon, Control, Row };
inline constexpr std::size_t kSizes = static_cast<std::size_t>(Size::Row) + 1;

/// A size of type: 13, 11.5, 10.5, 17 and 20 px.
enum class TypeSize { Base, Dense, Small, Title, Figure };
inline constexpr std::size_t kTypeSizes = static_cast<std::size_t>(TypeSize::Figure) + 1;

enum class TypeWeight { Regular, Medium, Strong };
inline constexpr std::size_t kTypeWeights = static_cast<std::size_t>(TypeWeight::Strong) + 1;

enum class ThemeMode { Dark, Light };

/// The design tokens of resources/theme/tokens.json in one of two modes. Thread: GUI thread; a report that is made
/// elsewhere brings a Theme of its own.
class Theme : public QObject {
  Q_OBJECT

public:
  explicit Theme(ThemeMode mode, QObject* parent = nullptr);

  [[nodiscard]] ThemeMode mode() const { return m_mode; }
  void setMode(ThemeMode mode);

  [[nodiscard]] QColor color(Token token) const;
  [[nodiscard]] QColor color(Token token, ThemeMode mode) const;
  [[nodiscard]] int size(Size size) const { return m_sizes[static_cast<std::size_t>(size)]; }
  /// `n` steps of the 4 px grid.
  [[nodiscard]] int grid(int n) const { return n * size(Size::Grid); }
  /// Units: logical pixels.
  [[nodiscard]] double pixels(TypeSize size) const { return m_typeSizes[static_cast<std::size_t>(size)]; }
  /// Inter, or the system's font where it is not installed.
  [[nodiscard]] QFont font(TypeSize size = TypeSize::Base, TypeWeight weight = TypeWeight::Regular) const;
  /// The longest that anything may move. Units: ms.
  [[nodiscard]] int motionMs() const { return m_motionMs; }

Q_SIGNALS:
  /// Another mode: colours differ, sizes and fonts do not.
  void changed();

private:
  ThemeMode m_mode;
  std::array<std::array<QColor, 2>, kTokens> m_colors;
  std::array<int, kSizes> m_sizes{};
  std::array<double, kTypeSizes> m_typeSizes{};
  std::array<int, kTypeWeights> m_typeWeights{};
  QString m_family;
  int m_motionMs = 0;
};

} // namespace facet::workspace
