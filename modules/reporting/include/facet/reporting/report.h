#pragma once

#include <facet/charts/timeline_model.h>
#include <facet/charts/timeline_painter.h>
#include <facet/workspace/overview.h>
#include <facet/workspace/response.h>
#include <facet/workspace/status_mark.h>
#include <facet/workspace/texts.h>

#include <QImage>
#include <QString>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

/// What a report says, as plain values in one language; page_layout.h puts it on pages.
namespace facet::reporting {

/// The parts that can be left out, in the order in which they stand.
enum class SectionId : std::uint8_t { Summary, Timeline, Treatments, Visits, Scans, KeyImages, Lesions, Definitions };
inline constexpr std::size_t kSections = static_cast<std::size_t>(SectionId::Definitions) + 1;

enum class Emphasis : std::uint8_t { Plain, Strong, Secondary };

struct Paragraph {
  QString text;
  Emphasis emphasis = Emphasis::Plain;
};

struct Cell {
  QString text;
  QString below; ///< a second line, less prominent: an interval, a period
  Emphasis emphasis = Emphasis::Plain;
  std::optional<workspace::LesionStatus> status; ///< its shape stands before the text, which is in its colour
};

enum class ColumnKind : std::uint8_t {
  Text,  ///< left-aligned, wraps
  Number ///< right-aligned, digits of one width
};
struct Column {
  QString head;
  ColumnKind kind = ColumnKind::Text;
};

struct Table {
  QString title; ///< may be empty
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows; ///< as many cells as columns
  QStringList notes;                   ///< below it
};

/// A picture of one slice. Letters, bar and marks are drawn over it by whoever puts it on paper, so that they stay
/// sharp and can be read by programs.
struct SlicePicture {
  QImage image; ///< without transparency; empty where this visit has no such image
  double mmPerPixel = 1;
  std::array<QString, 4> letters; ///< left, right, top, bottom
  std::optional<QPointF> pointer; ///< place of the lesion in question. Range: 0 … 1 of width and height
  QString heading;                ///< "3 Nov 2026 · FLAIR"
  QString caption;                ///< which slice, where
};

/// One place side by side: at the earlier and the later visit as acquired, and at the later one with outlines.
struct SliceRow {
  QString title;
  std::optional<workspace::LesionStatus> status; ///< its shape stands before the title
  std::vector<SlicePicture> pictures;            ///< at most three, of one size
  QString note;                                  ///< how the places correspond; may be empty
};

struct TimelineFigure {
  std::shared_ptr<const charts::TimelineModel> model;
  charts::TimelineView view;
};

/// The EDSS under each treatment.
struct ResponseFigure {
  QString title;
  std::shared_ptr<const clinical::PatientRecord> record;
  std::shared_ptr<const workspace::Response> response; ///< of that record
};

/// A term, what it means here, and where that comes from.
struct Definition {
  QString term;
  QString text;
  QString source;
};

using Block = std::variant<Paragraph, Table, SliceRow, TimelineFigure, ResponseFigure, Definition>;

struct Section {
  SectionId id = SectionId::Summary;
  QString title;
  QString subtitle; ///< what is shown, may be empty
  std::vector<Block> blocks;
};

struct Report {
  workspace::Texts texts; ///< of its language
  QString title;          ///< "Patient report"
  QString patientId;      ///< pseudonym
  std::vector<std::pair<QString, QString>> facts;
  QString dataLine;      ///< the day of the data and what its dates mean
  QString syntheticLine; ///< says that the data are synthetic; empty for real ones
  QString researchLine;  ///< on every page
  QString pageLine;      ///< "Page %1 of %2"
  std::vector<Section> sections;
};

/// The name of a part, for headings and for choosing.
[[nodiscard]] QString sectionTitle(SectionId section, const workspace::Texts& texts);

} // namespace facet::reporting
