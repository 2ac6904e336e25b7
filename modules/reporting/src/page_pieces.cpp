#include "page_pieces.h"

#include "say.h"

#include <facet/charts/edss_multiples.h>
#include <facet/rendering/view_geometry.h>
#include <facet/reporting/page_layout.h>

#include <QFontMetricsF>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace facet::reporting {
namespace {

using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

constexpr double kTimelineScale = 0.86; ///< of the size on a screen
constexpr double kLeastTimelineScale = 0.7;
constexpr double kTimelineGrowth = 0.35;
constexpr double kHighestTimeline = 900;
constexpr double kLegendGap = 10;
constexpr double kPictureGap = 12;
constexpr double kFrame = 14; ///< black around a picture, for the letters
constexpr double kWidestPicture = 330;
constexpr double kHighestPicture = 300;
constexpr double kTermWidth = 128;
constexpr double kFactGap = 18;
constexpr int kFactColumns = 4;
constexpr double kMetersPerInch = 0.0254;

const TextStyle kBody{TypeSize::Base, TypeWeight::Regular, Token::Text};
const TextStyle kQuiet{TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary};
const TextStyle kLabel{TypeSize::Small, TypeWeight::Regular, Token::TextSecondary};

QImage referencePaper() {
  QImage paper(1, 1, QImage::Format_RGB32);
  const int dotsPerMeter = static_cast<int>(std::lround(kLayoutDotsPerInch / kMetersPerInch));
  paper.setDotsPerMeterX(dotsPerMeter);
  paper.setDotsPerMeterY(dotsPerMeter);
  return paper;
}

/// A line never begins with an arrow or a percent sign.
QString glued(QString text) {
  return text.replace(QStringLiteral(" →"), QStringLiteral("\u00a0→"))
      .replace(QStringLiteral(" %"), QStringLiteral("\u00a0%"));
}

Piece pieceOf(TextBox box, double before) {
  Piece piece;
  piece.before = before;
  piece.height = box.height();
  piece.paint = [box = std::move(box)](QPainter& painter, const QPointF& at, double /*height*/) {
    box.paint(painter, at);
  };
  return piece;
}

void addParagraph(Pieces& pieces, const Typesetter& setter, const Paragraph& paragraph, double width) {
  TextStyle style = kBody;
  style.color = paragraph.emphasis == Emphasis::Secondary ? Token::TextSecondary : Token::Text;
  style.weight = paragraph.emphasis == Emphasis::Strong ? TypeWeight::Strong : TypeWeight::Regular;
  pieces.push_back(pieceOf(setter.box(paragraph.text, style, width), 6));
}

void addDefinition(Pieces& pieces, const Typesetter& setter, const Definition& definition, double width) {
  TextStyle strong = kQuiet;
  strong.weight = TypeWeight::Strong;
  strong.color = Token::Text;
  TextStyle text = kQuiet;
  text.color = Token::Text;
  const TextBox term = setter.box(definition.term, strong, kTermWidth - 12);
  const TextBox body = setter.box(definition.text, text, width - kTermWidth);
  const TextBox source = setter.box(definition.source, kLabel, width - kTermWidth);
  Piece piece;
  piece.before = 7;
  piece.height = std::max(term.height(), body.height() + source.height() + 1);
  piece.paint = [term, body, source](QPainter& painter, const QPointF& at, double /*height*/) {
    term.paint(painter, at);
    body.paint(painter, at + QPointF(kTermWidth, 0));
    source.paint(painter, at + QPointF(kTermWidth, body.height() + 1));
  };
  pieces.push_back(std::move(piece));
}

// --- charts

/// How a time line fits into a box: the larger it is drawn the better, and the lanes grow where there is room.
struct TimelineFit {
  double scale = 1;
  double lanes = 0; ///< height
  double legend = 0;
};

TimelineFit fitOf(const charts::TimelinePainter& timeline, double width, double height) {
  const QImage device = referencePaper();
  TimelineFit fit;
  for (double scale = kTimelineScale; scale >= kLeastTimelineScale; scale -= 0.02) {
    fit.scale = scale;
    fit.legend = timeline.legendHeight(width / scale, &device);
    fit.lanes = height / scale - kLegendGap - fit.legend;
    if (fit.lanes >= timeline.leastHeight()) {
      fit.lanes = std::min(fit.lanes, timeline.mostHeight());
      break;
    }
  }
  return fit;
}

double heightAt(const charts::TimelinePainter& timeline, double width, double scale, double growth) {
  const QImage device = referencePaper();
  const double lanes = timeline.leastHeight() + growth * (timeline.mostHeight() - timeline.leastHeight());
  return (lanes + kLegendGap + timeline.legendHeight(width / scale, &device)) * scale + 1;
}

void addTimeline(Pieces& pieces, const Typesetter& setter, const Report& report, const TimelineFigure& figure,
                 double width) {
  const auto timeline = std::make_shared<charts::TimelinePainter>(*figure.model, setter.style(), report.texts);
  Piece piece;
  piece.before = 6;
  piece.height = std::min(kHighestTimeline, heightAt(*timeline, width, kTimelineScale, kTimelineGrowth));
  piece.least = std::min(piece.height, heightAt(*timeline, width, kLeastTimelineScale, 0));
  piece.paint = [timeline, figure, width](QPainter& painter, const QPointF& at, double height) {
    const TimelineFit fit = fitOf(*timeline, width, height);
    const double across = width / fit.scale;
    painter.save();
    painter.translate(at);
    painter.scale(fit.scale, fit.scale);
    timeline->setPaper(QRectF(0, 0, across, fit.lanes));
    timeline->paint(painter, figure.view);
    timeline->paintLegend(painter, QRectF(0, fit.lanes + kLegendGap, across, fit.legend));
    painter.restore();
  };
  pieces.push_back(std::move(piece));
}

void addResponse(Pieces& pieces, const Typesetter& setter, const Report& report, const ResponseFigure& figure,
                 double width) {
  const auto drawing =
      std::make_shared<charts::EdssMultiples>(*figure.record, *figure.response, setter.style(), report.texts);
  const double across = width / kTimelineScale;
  TextStyle style = kQuiet;
  style.weight = TypeWeight::Medium;
  style.color = Token::Text;
  const TextBox title = setter.box(figure.title, style, width);
  const double height = drawing->heightFor(across);
  drawing->setPaper(QRectF(0, 0, across, height));
  Piece piece;
  piece.before = 14;
  piece.height = title.height() + 6 + height * kTimelineScale;
  piece.paint = [drawing, figure, title](QPainter& painter, const QPointF& at, double /*height*/) {
    title.paint(painter, at);
    painter.translate(at + QPointF(0, title.height() + 6));
    painter.scale(kTimelineScale, kTimelineScale);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing->paint(painter, {});
  };
  pieces.push_back(std::move(piece));
}

// --- pictures

void paintLetter(QPainter& painter, const QPointF& middle, const QString& letter) {
  const QFontMetricsF metrics(painter.font(), painter.device());
  painter.drawText(QPointF(middle.x() - metrics.horizontalAdvance(letter) / 2,
                           middle.y() + (metrics.ascent() - metrics.descent()) / 2),
                   letter);
}

/// An arrow head that comes from the side with more room and ends beside the place.
void paintPointer(QPainter& painter, const QRectF& image, const QPointF& share, const QColor& color) {
  const QPointF tip(image.left() + share.x() * image.width(), image.top() + share.y() * image.height());
  const double side = share.x() < 0.5 ? -1 : 1;
  const QPointF near = tip + QPointF(side * 7, 7);
  const QPolygonF arrow(
      {near, near + QPointF(side * 3, 11), near + QPointF(side * 5.2, 5.2), near + QPointF(side * 11, 3)});
  painter.setPen(QPen(Qt::black, 0.8));
  painter.setBrush(color);
  painter.drawPolygon(arrow);
}

void paintBar(QPainter& painter, const Typesetter& setter, const QRectF& frame, const QRectF& image, double mmAcross,
              const workspace::Texts& texts) {
  const double mm = rendering::roundLengthMm(mmAcross * 0.2);
  const double length = image.width() * mm / mmAcross;
  const double y = frame.bottom() - 5;
  const double right = image.right() - 2;
  painter.setPen(QPen(setter.color(Token::OnViewport), 1.4, Qt::SolidLine, Qt::FlatCap));
  painter.drawLine(QPointF(right - length, y), QPointF(right, y));
  const QString label = texts.count(static_cast<qint64>(mm)) + QStringLiteral(" mm");
  const QFontMetricsF metrics(painter.font(), painter.device());
  painter.drawText(QPointF(right - length - 5 - metrics.horizontalAdvance(label), frame.bottom() - 3), label);
}

struct Frame {
  SlicePicture picture;
  QRectF box; ///< from the left of the row and the top of the pictures
};

void paintPicture(QPainter& painter, const Typesetter& setter, const Frame& frame, const QPointF& at,
                  const workspace::Texts& texts) {
  const QRectF box = frame.box.translated(at);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(box, setter.color(Token::Viewport));
  const QRectF image = box.adjusted(kFrame, kFrame, -kFrame, -kFrame);
  painter.setRenderHint(QPainter::LosslessImageRendering);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(image, frame.picture.image);
  const QColor orientation = setter.theme().color(Token::Orientation, workspace::ThemeMode::Dark);
  if (frame.picture.pointer) {
    paintPointer(painter, image, *frame.picture.pointer, orientation);
  }
  painter.setFont(setter.font({TypeSize::Small, TypeWeight::Medium, Token::Text}));
  painter.setPen(orientation);
  paintLetter(painter, QPointF(box.left() + kFrame / 2, box.center().y()), frame.picture.letters[0]);
  paintLetter(painter, QPointF(box.right() - kFrame / 2, box.center().y()), frame.picture.letters[1]);
  paintLetter(painter, QPointF(box.center().x(), box.top() + kFrame / 2), frame.picture.letters[2]);
  paintLetter(painter, QPointF(box.center().x(), box.bottom() - kFrame / 2), frame.picture.letters[3]);
  painter.setFont(setter.font({TypeSize::Small, TypeWeight::Regular, Token::Text}));
  paintBar(painter, setter, box, image, frame.picture.image.width() * frame.picture.mmPerPixel, texts);
  painter.restore();
}

void addSlices(Pieces& pieces, const Typesetter& setter, const Report& report, const SliceRow& row, double width) {
  const auto count = static_cast<double>(row.pictures.size());
  double across = std::min(kWidestPicture, (width - kPictureGap * (count - 1)) / count) - 2 * kFrame;
  double tallest = 0;
  for (const SlicePicture& picture : row.pictures) {
    tallest = std::max(tallest, static_cast<double>(picture.image.height()) / picture.image.width());
  }
  across = std::min(across, kHighestPicture / tallest);
  struct Column {
    Frame frame;
    TextBox heading;
    TextBox caption;
  };
  TextStyle strong = kQuiet;
  strong.weight = TypeWeight::Medium;
  strong.color = Token::Text;
  std::vector<Column> columns;
  double headings = 0;
  double captions = 0;
  double left = 0;
  for (const SlicePicture& picture : row.pictures) {
    const double outer = across + 2 * kFrame;
    const double height = across * picture.image.height() / picture.image.width() + 2 * kFrame;
    columns.push_back({{picture, QRectF(left, 0, outer, height)},
                       setter.box(picture.heading, strong, outer),
                       setter.box(picture.caption, kLabel, outer)});
    headings = std::max(headings, columns.back().heading.height());
    captions = std::max(captions, columns.back().caption.height());
    left += outer + kPictureGap;
  }
  TextStyle titleStyle = kBody;
  titleStyle.weight = TypeWeight::Medium;
  const double indent = row.status ? 16 : 0;
  const TextBox title = setter.box(row.title, titleStyle, width - indent);
  const TextBox note = setter.box(row.note, kLabel, width);
  const double pictures = across * tallest + 2 * kFrame;
  Piece piece;
  piece.before = 14;
  piece.height = title.height() + 4 + headings + 3 + pictures + 3 + captions + note.height();
  piece.paint = [&setter, texts = report.texts, columns, title, note, status = row.status, indent, headings, pictures,
                 captions](QPainter& painter, const QPointF& at, double /*height*/) {
    if (status) {
      paintStatus(painter, setter, at + QPointF(5, title.height() / 2), *status);
    }
    title.paint(painter, at + QPointF(indent, 0));
    const double top = at.y() + title.height() + 4;
    for (const Column& column : columns) {
      const double x = at.x() + column.frame.box.left();
      column.heading.paint(painter, QPointF(x, top));
      paintPicture(painter, setter, column.frame, QPointF(at.x(), top + headings + 3), texts);
      column.caption.paint(painter, QPointF(x, top + headings + 3 + pictures + 3));
    }
    note.paint(painter, QPointF(at.x(), top + headings + 3 + pictures + 3 + captions));
  };
  pieces.push_back(std::move(piece));
}

} // namespace

// --- text

void TextBox::paint(QPainter& painter, const QPointF& topLeft) const {
  if (m_layout) {
    painter.setPen(m_color);
    m_layout->draw(&painter, topLeft);
  }
}

Typesetter::Typesetter()
    : m_paper(referencePaper())
    , m_theme(workspace::ThemeMode::Light)
    , m_style(m_theme, workspace::ThemeMode::Light, kLayoutDotsPerInch) {}

TextBox Typesetter::box(const QString& text, const TextStyle& style, double width, Qt::Alignment alignment) const {
  if (text.isEmpty()) {
    return {};
  }
  const auto layout = std::make_shared<QTextLayout>(glued(text), font(style), &m_paper);
  QTextOption option(alignment);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout->setTextOption(option);
  layout->setCacheEnabled(true);
  const double spacing = metrics(style).height() * 1.08;
  double y = 0;
  layout->beginLayout();
  for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
    line.setLineWidth(width);
    line.setPosition(QPointF(0, y));
    y += spacing;
  }
  layout->endLayout();
  return {layout, y, color(style.color)};
}

double Typesetter::widthOf(const QString& text, const TextStyle& style) const {
  return metrics(style).horizontalAdvance(text);
}

double Typesetter::longestWord(const QString& text, const TextStyle& style) const {
  const QFontMetricsF measure = metrics(style);
  double longest = 0;
  for (const QString& word : text.split(QLatin1Char(' '))) {
    longest = std::max(longest, measure.horizontalAdvance(word));
  }
  return longest;
}

// --- pieces

void paintStatus(QPainter& painter, const Typesetter& setter, const QPointF& middle, workspace::LesionStatus status) {
  workspace::drawStatusShape(painter, QRectF(middle.x() - 4.5, middle.y() - 4.5, 9, 9), status, setter.theme());
}

void addHeading(Pieces& pieces, const Typesetter& setter, const Section& section, double width) {
  const TextBox title = setter.box(section.title, {TypeSize::Title, TypeWeight::Strong, Token::Text}, width);
  const TextBox subtitle = setter.box(section.subtitle, kQuiet, width);
  Piece piece;
  piece.before = 22;
  piece.height = title.height() + subtitle.height() + 2;
  piece.withNext = true;
  piece.section = section.id;
  piece.paint = [title, subtitle](QPainter& painter, const QPointF& at, double /*height*/) {
    title.paint(painter, at);
    subtitle.paint(painter, at + QPointF(0, title.height()));
  };
  pieces.push_back(std::move(piece));
}

void addTitle(Pieces& pieces, const Typesetter& setter, const Report& report, double width) {
  const double half = width * 0.62;
  const TextBox kind = setter.box(report.title, kQuiet, half);
  const TextBox id = setter.box(report.patientId, {TypeSize::Figure, TypeWeight::Strong, Token::Text}, half);
  const TextBox data = setter.box(report.dataLine, kQuiet, width - half, Qt::AlignRight);
  const TextBox synthetic = setter.box(report.syntheticLine, {TypeSize::Dense, TypeWeight::Strong, Token::Threshold},
                                       width - half, Qt::AlignRight);
  struct Fact {
    TextBox label;
    TextBox value;
    QPointF at;
  };
  const double column = (width - kFactGap * (kFactColumns - 1)) / kFactColumns;
  std::vector<Fact> facts;
  const double head = std::max(kind.height() + id.height(), data.height() + synthetic.height()) + 10;
  double y = head + 9;
  double tallest = 0;
  int inRow = 0;
  for (const auto& [label, value] : report.facts) {
    if (inRow == kFactColumns) {
      inRow = 0;
      y += tallest + 8;
      tallest = 0;
    }
    facts.push_back({setter.box(label, kLabel, column),
                     setter.box(value, {TypeSize::Base, TypeWeight::Medium, Token::Text}, column),
                     QPointF(inRow * (column + kFactGap), y)});
    tallest = std::max(tallest, facts.back().label.height() + facts.back().value.height());
    ++inRow;
  }
  Piece piece;
  piece.height = y + tallest + 9;
  piece.paint = [&setter, kind, id, data, synthetic, facts, half, head, width,
                 bottom = piece.height](QPainter& painter, const QPointF& at, double /*height*/) {
    kind.paint(painter, at);
    id.paint(painter, at + QPointF(0, kind.height()));
    data.paint(painter, at + QPointF(half, 0));
    synthetic.paint(painter, at + QPointF(half, data.height()));
    for (const Fact& fact : facts) {
      fact.label.paint(painter, at + fact.at);
      fact.value.paint(painter, at + fact.at + QPointF(0, fact.label.height()));
    }
    painter.setPen(setter.style().hairline(setter.color(Token::Line)));
    painter.drawLine(at + QPointF(0, head), at + QPointF(width, head));
    painter.drawLine(at + QPointF(0, bottom), at + QPointF(width, bottom));
  };
  pieces.push_back(std::move(piece));
}

void addBlock(Pieces& pieces, const Typesetter& setter, const Report& report, const Block& block, double width) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
    addParagraph(pieces, setter, *paragraph, width);
  } else if (const auto* table = std::get_if<Table>(&block)) {
    addTable(pieces, setter, *table, width);
  } else if (const auto* slices = std::get_if<SliceRow>(&block)) {
    addSlices(pieces, setter, report, *slices, width);
  } else if (const auto* timeline = std::get_if<TimelineFigure>(&block)) {
    addTimeline(pieces, setter, report, *timeline, width);
  } else if (const auto* response = std::get_if<ResponseFigure>(&block)) {
    addResponse(pieces, setter, report, *response, width);
  } else {
    addDefinition(pieces, setter, std::get<Definition>(block), width);
  }
}

} // namespace facet::reporting
