#pragma once

#include <facet/charts/chart_style.h>
#include <facet/reporting/report.h>
#include <facet/workspace/theme.h>

#include <QImage>
#include <QPainter>
#include <QTextLayout>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace facet::reporting {

/// Text broken into lines.
class TextBox {
public:
  TextBox() = default;
  TextBox(std::shared_ptr<QTextLayout> layout, double height, QColor color)
      : m_layout(std::move(layout))
      , m_height(height)
      , m_color(color) {}

  [[nodiscard]] double height() const { return m_height; }
  void paint(QPainter& painter, const QPointF& topLeft) const;

private:
  std::shared_ptr<QTextLayout> m_layout;
  double m_height = 0;
  QColor m_color;
};

struct TextStyle {
  workspace::TypeSize size = workspace::TypeSize::Dense;
  workspace::TypeWeight weight = workspace::TypeWeight::Regular;
  workspace::Token color = workspace::Token::Text;
};

/// Fonts, colours and measures of report pages: light paper at kLayoutDotsPerInch.
class Typesetter {
public:
  Typesetter();

  [[nodiscard]] const charts::ChartStyle& style() const { return m_style; }
  [[nodiscard]] const workspace::Theme& theme() const { return m_theme; }
  [[nodiscard]] QColor color(workspace::Token token) const { return m_style.color(token); }
  [[nodiscard]] QFont font(const TextStyle& style) const { return m_style.font(style.size, style.weight); }
  [[nodiscard]] QFontMetricsF metrics(const TextStyle& style) const { return {font(style), &m_paper}; }

  /// Breaks a text into lines of at most `width`, within words where it must.
  [[nodiscard]] TextBox box(const QString& text, const TextStyle& style, double width,
                            Qt::Alignment alignment = Qt::AlignLeft) const;
  /// Width of the text on one line, and of its longest word.
  [[nodiscard]] double widthOf(const QString& text, const TextStyle& style) const;
  [[nodiscard]] double longestWord(const QString& text, const TextStyle& style) const;

private:
  QImage m_paper;
  workspace::Theme m_theme;
  charts::ChartStyle m_style;
};

/// A part of a page that is not broken.
struct Piece {
  double before = 0; ///< room above it, except at the top of a page
  double height = 0;
  double least = 0;      ///< of a piece that can be drawn lower to fit on a page: its least height; else 0
  bool withNext = false; ///< stands on the same page as the next one
  /// What is drawn above it once more where it begins a page: the head of its table.
  std::shared_ptr<const Piece> head;
  std::optional<SectionId> section; ///< on its heading
  /// `height` is that of the piece, or less where it was drawn lower.
  std::function<void(QPainter& painter, const QPointF& topLeft, double height)> paint;
};
using Pieces = std::vector<Piece>;

/// Adds the pieces of a block on columns of `width`. The typesetter must outlive them.
void addBlock(Pieces& pieces, const Typesetter& setter, const Report& report, const Block& block, double width);
void addTable(Pieces& pieces, const Typesetter& setter, const Table& table, double width);
void addHeading(Pieces& pieces, const Typesetter& setter, const Section& section, double width);
/// Pseudonym, facts and the data's day, at the top of the first page.
void addTitle(Pieces& pieces, const Typesetter& setter, const Report& report, double width);

/// Draws the shape of a lesion's status with its middle at `middle`.
void paintStatus(QPainter& painter, const Typesetter& setter, const QPointF& middle, workspace::LesionStatus status);

} // namespace facet::reporting
