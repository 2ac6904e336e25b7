#include "page_pieces.h"

#include <facet/workspace/digits.h>

#include <algorithm>
#include <numeric>

namespace facet::reporting {
namespace {

using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

constexpr double kColumnGap = 12;
constexpr double kPadding = 3.5; ///< above and below a row
constexpr double kStatusIndent = 14;
constexpr double kWidestWord = 150;  ///< longer words break
constexpr double kWidestNumber = 62; ///< wider cells of number columns break
constexpr double kHeadShare = 0.4;   ///< of a head's width that its column gets for the head's sake

const TextStyle kHead{TypeSize::Small, TypeWeight::Medium, Token::TextSecondary};
const TextStyle kBelow{TypeSize::Small, TypeWeight::Regular, Token::TextSecondary};
const TextStyle kNote{TypeSize::Small, TypeWeight::Regular, Token::TextSecondary};

TextStyle styleOf(const Cell& cell) {
  TextStyle style{TypeSize::Dense, TypeWeight::Regular, Token::Text};
  if (cell.emphasis == Emphasis::Strong) {
    style.weight = TypeWeight::Strong;
  } else if (cell.emphasis == Emphasis::Secondary) {
    style.color = Token::TextSecondary;
  }
  if (cell.status) {
    style.color = workspace::markOf(*cell.status).text;
  }
  return style;
}

double indentOf(const Cell& cell) {
  return cell.status ? kStatusIndent : 0;
}

/// Width of a cell's text on one line.
double naturalWidth(const Typesetter& setter, const Cell& cell, ColumnKind kind) {
  const TextStyle style = styleOf(cell);
  const double text = kind == ColumnKind::Number ? workspace::digitTextWidth(setter.metrics(style), cell.text)
                                                 : setter.widthOf(cell.text, style);
  const double below = kind == ColumnKind::Number ? workspace::digitTextWidth(setter.metrics(kBelow), cell.below)
                                                  : setter.widthOf(cell.below, kBelow);
  return indentOf(cell) + std::max(text, below) + 0.5;
}

double leastWidth(const Typesetter& setter, const Cell& cell, ColumnKind kind) {
  if (const double natural = naturalWidth(setter, cell, kind); kind == ColumnKind::Number && natural <= kWidestNumber) {
    return natural;
  }
  const double word = std::max(setter.longestWord(cell.text, styleOf(cell)), setter.longestWord(cell.below, kBelow));
  return indentOf(cell) + std::min(kWidestWord, word) + 0.5;
}

struct Widths {
  double least = 0;
  double natural = 0;
};

/// Columns as wide as they need to be; what is left over goes to all by their width, what is missing is taken from
/// those that can break their lines.
std::vector<double> columnWidths(const Typesetter& setter, const Table& table, double width) {
  std::vector<Widths> columns(table.columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const QString& head = table.columns[c].head;
    columns[c].least = std::min(kWidestWord, setter.longestWord(head, kHead)) + 0.5;
    columns[c].natural = std::max(columns[c].least, kHeadShare * setter.widthOf(head, kHead));
    for (const auto& row : table.rows) {
      columns[c].least = std::max(columns[c].least, leastWidth(setter, row[c], table.columns[c].kind));
      columns[c].natural = std::max(columns[c].natural, naturalWidth(setter, row[c], table.columns[c].kind));
    }
  }
  const double room = width - kColumnGap * static_cast<double>(columns.size() - 1);
  double least = 0;
  double natural = 0;
  for (const Widths& column : columns) {
    least += column.least;
    natural += column.natural;
  }
  std::vector<double> widths;
  for (const Widths& column : columns) {
    if (natural <= room) {
      widths.push_back(column.natural + (room - natural) * column.natural / natural);
    } else if (least <= room) {
      widths.push_back(column.least + (room - least) * (column.natural - column.least) / (natural - least));
    } else {
      widths.push_back(column.least * room / least);
    }
  }
  return widths;
}

/// One cell ready to be drawn: numbers on one line with digits of one width, everything else broken into lines.
struct SetCell {
  Cell cell;
  double left = 0;
  double width = 0;
  bool number = false;
  TextBox text;
  TextBox below;
  QFont font;
  QColor color;
  double line = 0;
};

SetCell setCell(const Typesetter& setter, const Cell& cell, ColumnKind kind, double left, double width) {
  SetCell set;
  set.cell = cell;
  set.left = left;
  set.width = width;
  const Qt::Alignment alignment = kind == ColumnKind::Number ? Qt::AlignRight : Qt::AlignLeft;
  const TextStyle style = styleOf(cell);
  const double indent = indentOf(cell);
  set.number = kind == ColumnKind::Number && workspace::digitTextWidth(setter.metrics(style), cell.text) <= width;
  set.text = setter.box(cell.text, style, width - indent, alignment);
  set.below = setter.box(cell.below, kBelow, width - indent, alignment);
  set.font = setter.font(style);
  set.color = setter.color(style.color);
  set.line = setter.box(QStringLiteral("0"), style, width).height();
  return set;
}

void paintCell(QPainter& painter, const Typesetter& setter, const SetCell& set, const QPointF& at) {
  const double x = at.x() + set.left;
  if (set.cell.status) {
    paintStatus(painter, setter, QPointF(x + 4.5, at.y() + set.line / 2), *set.cell.status);
  }
  if (set.number) {
    painter.setFont(set.font);
    painter.setPen(set.color);
    workspace::drawDigitText(painter, QRectF(x, at.y(), set.width, set.line), Qt::AlignRight | Qt::AlignTop,
                             set.cell.text);
  } else {
    set.text.paint(painter, QPointF(x + indentOf(set.cell), at.y()));
  }
  set.below.paint(painter, QPointF(x + indentOf(set.cell), at.y() + set.text.height()));
}

Piece headPiece(const Typesetter& setter, const Table& table, const std::vector<double>& widths, double width) {
  struct Head {
    TextBox text;
    double left;
  };
  std::vector<Head> heads;
  double left = 0;
  double height = 0;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    const bool number = table.columns[c].kind == ColumnKind::Number;
    heads.push_back(
        {setter.box(table.columns[c].head, kHead, widths[c], number ? Qt::AlignRight : Qt::AlignLeft), left});
    height = std::max(height, heads.back().text.height());
    left += widths[c] + kColumnGap;
  }
  Piece piece;
  piece.before = 8;
  piece.height = height + 4;
  piece.withNext = true;
  piece.paint = [&setter, heads, height, width](QPainter& painter, const QPointF& at, double /*height*/) {
    for (const Head& head : heads) {
      head.text.paint(painter, at + QPointF(head.left, height - head.text.height()));
    }
    painter.setPen(QPen(setter.color(Token::TextSecondary), 0.8));
    painter.drawLine(at + QPointF(0, height + 4), at + QPointF(width, height + 4));
  };
  return piece;
}

Piece rowPiece(const Typesetter& setter, const Table& table, const std::vector<Cell>& row,
               const std::vector<double>& widths, double width) {
  std::vector<SetCell> cells;
  double left = 0;
  double height = 0;
  for (std::size_t c = 0; c < row.size(); ++c) {
    cells.push_back(setCell(setter, row[c], table.columns[c].kind, left, widths[c]));
    height = std::max(height, cells.back().text.height() + cells.back().below.height());
    left += widths[c] + kColumnGap;
  }
  Piece piece;
  piece.height = height + 2 * kPadding;
  piece.paint = [&setter, cells, width, bottom = piece.height](QPainter& painter, const QPointF& at,
                                                               double /*height*/) {
    for (const SetCell& cell : cells) {
      paintCell(painter, setter, cell, at + QPointF(0, kPadding));
    }
    painter.setPen(setter.style().hairline(setter.color(Token::Line)));
    painter.drawLine(at + QPointF(0, bottom), at + QPointF(width, bottom));
  };
  return piece;
}

} // namespace

void addTable(Pieces& pieces, const Typesetter& setter, const Table& table, double width) {
  if (!table.title.isEmpty()) {
    const TextBox title = setter.box(table.title, {TypeSize::Base, TypeWeight::Medium, Token::Text}, width);
    Piece piece;
    piece.before = 12;
    piece.height = title.height();
    piece.withNext = true;
    piece.paint = [title](QPainter& painter, const QPointF& at, double /*height*/) { title.paint(painter, at); };
    pieces.push_back(std::move(piece));
  }
  const std::vector<double> widths = columnWidths(setter, table, width);
  pieces.push_back(headPiece(setter, table, widths, width));
  const auto head = std::make_shared<const Piece>(pieces.back());
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    Piece row = rowPiece(setter, table, table.rows[r], widths, width);
    row.head = head;
    // At least two rows stand together at the begin and at the end, and the notes with the last one.
    row.withNext = r == 0 || r + 2 == table.rows.size() || (r + 1 == table.rows.size() && !table.notes.empty());
    row.withNext = row.withNext && (r + 1 < table.rows.size() || !table.notes.empty());
    pieces.push_back(std::move(row));
  }
  for (qsizetype n = 0; n < table.notes.size(); ++n) {
    const TextBox note = setter.box(table.notes[n], kNote, width);
    Piece piece;
    piece.before = n == 0 ? 6 : 2;
    piece.height = note.height();
    piece.paint = [note](QPainter& painter, const QPointF& at, double /*height*/) { note.paint(painter, at); };
    pieces.push_back(std::move(piece));
  }
}

} // namespace facet::reporting
