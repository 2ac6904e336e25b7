#include "page_pieces.h"
#include "say.h"

#include <facet/reporting/page_layout.h>

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace facet::reporting {
namespace {

using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

constexpr double kPixelsPerMm = 96 / 25.4;
constexpr double kWidth = 210 * kPixelsPerMm;
constexpr double kHeight = 297 * kPixelsPerMm;
constexpr double kSide = 60;
constexpr double kColumn = kWidth - 2 * kSide;
constexpr double kTopFirst = 50;
constexpr double kTop = 74;
constexpr double kBottom = kHeight - 66;
constexpr double kSlack = 0.01; ///< of sums of heights
constexpr double kMetersPerInch = 0.0254;

const TextStyle kFurniture{TypeSize::Small, TypeWeight::Regular, Token::TextSecondary};

struct Placed {
  const Piece* piece = nullptr;
  double y = 0;
  double height = 0;
};

double topOf(std::size_t page) {
  return page == 0 ? kTopFirst : kTop;
}

} // namespace

struct PageLayout::Pages {
  Typesetter setter;
  Report report;
  Pieces pieces;
  std::vector<std::vector<Placed>> pages;

  explicit Pages(const Report& source)
      : report(source) {
    addTitle(pieces, setter, report, kColumn);
    for (const Section& section : report.sections) {
      addHeading(pieces, setter, section, kColumn);
      for (const Block& block : section.blocks) {
        addBlock(pieces, setter, report, block, kColumn);
      }
    }
    flow();
  }

  /// The least height of a piece.
  [[nodiscard]] static double leastOf(const Piece& piece) { return piece.least > 0 ? piece.least : piece.height; }

  /// Height of what must stand together from a piece on.
  [[nodiscard]] double chainHeight(std::size_t first) const {
    double height = leastOf(pieces[first]);
    for (std::size_t i = first; pieces[i].withNext && i + 1 < pieces.size(); ++i) {
      height += pieces[i + 1].before + leastOf(pieces[i + 1]);
    }
    return height;
  }

  void flow() {
    pages.emplace_back();
    double y = topOf(0);
    bool chained = false; // whether the piece before took this one with it
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Piece& piece = pieces[i];
      const bool empty = pages.back().empty();
      const double needed = chained ? leastOf(piece) : chainHeight(i);
      if (!empty && y + piece.before + needed > kBottom + kSlack) {
        pages.emplace_back();
        y = topOf(pages.size() - 1);
        if (piece.head) {
          pages.back().push_back({piece.head.get(), y, piece.head->height});
          y += piece.head->height;
        }
      } else if (!empty) {
        y += piece.before;
      }
      const double height = piece.least > 0 ? std::clamp(kBottom - y, piece.least, piece.height) : piece.height;
      pages.back().push_back({&piece, y, height});
      y += height;
      chained = piece.withNext;
    }
  }

  void paintHead(QPainter& painter) const {
    painter.setFont(setter.font(kFurniture));
    painter.setPen(setter.color(kFurniture.color));
    const QFontMetricsF metrics = setter.metrics(kFurniture);
    const double right = metrics.horizontalAdvance(report.dataLine);
    // A very long line of data is cut here; the first page has all of it.
    const QString data = metrics.elidedText(report.dataLine, Qt::ElideRight, kColumn * 0.6);
    const double dataWidth = std::min(right, metrics.horizontalAdvance(data));
    const QString left = metrics.elidedText(report.title + QStringLiteral(" · ") + report.patientId, Qt::ElideRight,
                                            kColumn - dataWidth - 20);
    painter.drawText(QPointF(kSide, 48), left);
    painter.drawText(QPointF(kSide + kColumn - dataWidth, 48), data);
    painter.setPen(setter.style().hairline(setter.color(Token::Line)));
    painter.drawLine(QPointF(kSide, 56), QPointF(kSide + kColumn, 56));
  }

  void paintFoot(QPainter& painter, int page) const {
    painter.setPen(setter.style().hairline(setter.color(Token::Line)));
    painter.drawLine(QPointF(kSide, kHeight - 52), QPointF(kSide + kColumn, kHeight - 52));
    const double y = kHeight - 37;
    painter.setFont(setter.font(kFurniture));
    painter.setPen(setter.color(kFurniture.color));
    const QFontMetricsF metrics = setter.metrics(kFurniture);
    painter.drawText(QPointF(kSide, y), report.researchLine);
    const QString number =
        QString(report.pageLine)
            .arg(report.texts.count(page + 1), report.texts.count(static_cast<qint64>(pages.size())));
    painter.drawText(QPointF(kSide + kColumn - metrics.horizontalAdvance(number), y), number);
    if (!report.syntheticLine.isEmpty()) {
      const TextStyle strong{TypeSize::Small, TypeWeight::Medium, Token::Threshold};
      painter.setFont(setter.font(strong));
      painter.setPen(setter.color(strong.color));
      painter.drawText(QPointF(kSide, y + 14), report.syntheticLine);
    }
  }
};

PageLayout::PageLayout(const Report& report)
    : m_pages(std::make_unique<Pages>(report)) {}
PageLayout::~PageLayout() = default;
PageLayout::PageLayout(PageLayout&&) noexcept = default;
PageLayout& PageLayout::operator=(PageLayout&&) noexcept = default;

QSizeF PageLayout::pageSize() {
  return {kWidth, kHeight};
}

int PageLayout::pages() const {
  return static_cast<int>(m_pages->pages.size());
}

int PageLayout::pageOf(SectionId section) const {
  for (std::size_t page = 0; page < m_pages->pages.size(); ++page) {
    for (const Placed& placed : m_pages->pages[page]) {
      if (placed.piece->section == section) {
        return static_cast<int>(page);
      }
    }
  }
  return -1;
}

void PageLayout::paint(QPainter& painter, int page) const {
  painter.save();
  for (const Placed& placed : m_pages->pages[static_cast<std::size_t>(page)]) {
    painter.save();
    placed.piece->paint(painter, QPointF(kSide, placed.y), placed.height);
    painter.restore();
  }
  if (page > 0) {
    m_pages->paintHead(painter);
  }
  m_pages->paintFoot(painter, page);
  painter.restore();
}

QImage PageLayout::image(int page, double pixelsPerInch) const {
  const double scale = pixelsPerInch / 96;
  QImage image(static_cast<int>(std::lround(kWidth * scale)), static_cast<int>(std::lround(kHeight * scale)),
               QImage::Format_RGB32);
  const int dotsPerMeter = static_cast<int>(std::lround(kLayoutDotsPerInch / kMetersPerInch));
  image.setDotsPerMeterX(dotsPerMeter);
  image.setDotsPerMeterY(dotsPerMeter);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setRenderHint(QPainter::TextAntialiasing);
  painter.scale(scale, scale);
  paint(painter, page);
  return image;
}

} // namespace facet::reporting
