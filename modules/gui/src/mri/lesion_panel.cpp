#include "lesion_panel.h"

#include "lesion_counts.h"

#include <facet/gui/digit_delegate.h>
#include <facet/gui/elided_label.h>
#include <facet/gui/paint.h>
#include <facet/gui/table.h>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace facet::gui {

using workspace::LesionBasis;
using workspace::LesionFilter;
using workspace::LesionPair;
using workspace::LesionTable;
using workspace::MriRow;
using workspace::Texts;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

constexpr double kMm3PerMl = 1000;
constexpr int kLabelWidth = 36;
constexpr int kVolumeWidth = 76;
constexpr int kChangeWidth = 98;
constexpr int kShapeRoom = 16;

/// Draws the status with its shape; what is too small to count in the secondary colour.
class LesionDelegate final : public DigitDelegate {
public:
  using DigitDelegate::DigitDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const QVariant status = index.data(LesionTable::StatusRole);
    DigitDelegate::paint(painter, option, index);
    if (index.column() == LesionTable::StatusColumn && status.isValid()) {
      const QRectF box(option.rect.left() + m_theme.grid(1), option.rect.top(), kShapeRoom, option.rect.height());
      workspace::drawStatusShape(*painter, box, static_cast<workspace::LesionStatus>(status.toInt()), m_theme);
    }
  }

protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    DigitDelegate::initStyleOption(option, index);
    if (index.column() == LesionTable::StatusColumn && index.data(LesionTable::StatusRole).isValid()) {
      option->text.prepend(QStringLiteral("    "));
    }
  }
  [[nodiscard]] Token ink(const QModelIndex& index) const override {
    const QVariant status = index.data(LesionTable::StatusRole);
    if (index.column() == LesionTable::StatusColumn && status.isValid()) {
      return workspace::markOf(static_cast<workspace::LesionStatus>(status.toInt())).text;
    }
    return index.data(LesionTable::CountedRole).toBool() ? Token::Text : Token::TextSecondary;
  }
};

TextLabel* makeText(const workspace::Theme& theme, Token ink, TypeWeight weight = TypeWeight::Regular) {
  return new TextLabel(theme, TypeSize::Dense, weight, ink);
}

} // namespace

LesionPanel::LesionPanel(const workspace::Theme& theme, workspace::MriModel& model, QWidget* parent)
    : Panel(theme, Shape::Bar, parent)
    , m_model(model)
    , m_lesions(new LesionTable(this))
    , m_title(makeText(theme, Token::Text, TypeWeight::Strong))
    , m_counts(new LesionCounts(theme))
    , m_totals(makeText(theme, Token::Text))
    , m_basis(makeText(theme, Token::TextSecondary))
    , m_table(new QTableView)
    , m_detail(makeText(theme, Token::TextSecondary)) {
  setAccessibleName(tr("Lesions"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeHead(theme));
  makeTable(theme);
  layout->addWidget(m_table, 1);
  auto* foot = new Panel(theme, Shape::Bar);
  foot->setEdges(Qt::TopEdge | Qt::BottomEdge);
  auto* below = new QVBoxLayout(foot);
  below->setContentsMargins(theme.grid(3), theme.grid(2), theme.grid(3), theme.grid(2));
  below->addWidget(m_detail);
  below->addWidget(m_basis);
  layout->addWidget(foot);
  connect(&model, &workspace::MriModel::lesionsChanged, this, &LesionPanel::showLesions);
  connect(&model, &workspace::MriModel::selectionChanged, this, &LesionPanel::showSelection);
  showLesions();
}

QWidget* LesionPanel::makeHead(const workspace::Theme& theme) {
  auto* head = new Panel(theme, Shape::Bar);
  head->setEdges(Qt::BottomEdge);
  auto* layout = new QVBoxLayout(head);
  layout->setContentsMargins(theme.grid(3), theme.grid(2), theme.grid(3), theme.grid(2));
  layout->setSpacing(theme.grid(2));
  layout->addWidget(m_title);
  layout->addWidget(m_counts);
  layout->addWidget(m_totals);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(theme.grid(2));
  auto* group = new QButtonGroup(this);
  for (std::size_t n = 0; n < m_filters.size(); ++n) {
    auto* button = new QPushButton;
    button->setCheckable(true);
    button->setChecked(n == 0);
    group->addButton(button);
    buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, n] {
      m_lesions->setFilter(static_cast<LesionFilter>(n));
      showSelection();
    });
    m_filters[n] = button;
  }
  m_filters[0]->setToolTip(tr("Lesions of at least 3 mm, seen on two slices or in two planes"));
  m_filters[1]->setToolTip(tr("New and enlarging lesions"));
  m_filters[2]->setToolTip(tr("Also components that are too small to count as a lesion"));
  buttons->addStretch();
  layout->addLayout(buttons);
  return head;
}

void LesionPanel::makeTable(const workspace::Theme& theme) {
  m_table->setModel(m_lesions);
  setUpTable(*m_table, theme, tr("Lesions"));
  m_table->setItemDelegate(new LesionDelegate(theme, m_table));
  QHeaderView& head = *m_table->horizontalHeader();
  head.setSectionResizeMode(LesionTable::StatusColumn, QHeaderView::Stretch);
  head.setSortIndicator(-1, Qt::AscendingOrder);
  head.resizeSection(LesionTable::LabelColumn, kLabelWidth);
  head.resizeSection(LesionTable::BeforeColumn, kVolumeWidth);
  head.resizeSection(LesionTable::AfterColumn, kVolumeWidth);
  head.resizeSection(LesionTable::ChangeColumn, kChangeWidth);
  m_table->setSortingEnabled(true);
  m_table->sortByColumn(-1, Qt::AscendingOrder);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
    if (now.isValid() && !m_selecting) {
      m_model.select(m_lesions->labelOf(now.row()));
    }
  });
}

void LesionPanel::showLesions() {
  const std::shared_ptr<const LesionPair>& pair = m_model.lesions();
  const workspace::StudyVisit* comparator = m_model.visit(MriRow::Comparator);
  const Texts texts;
  m_title->setText(comparator != nullptr && comparator->date ? tr("Since %1").arg(texts.date(*comparator->date))
                                                             : tr("Lesions"));
  m_selecting = true;
  m_lesions->setPair(pair);
  m_selecting = false;
  const bool changes = m_lesions->hasChanges();
  m_counts->setVisible(changes);
  m_filters[1]->setVisible(changes);
  m_table->setColumnHidden(LesionTable::BeforeColumn, !changes);
  m_table->setColumnHidden(LesionTable::ChangeColumn, !changes);
  m_filters[0]->setText(tr("Lesions %1").arg(texts.count(m_lesions->countOf(LesionFilter::Lesions))));
  m_filters[1]->setText(tr("Active %1").arg(texts.count(m_lesions->countOf(LesionFilter::Active))));
  m_filters[2]->setText(tr("All %1").arg(texts.count(m_lesions->countOf(LesionFilter::All))));
  if (!changes && m_lesions->filter() == LesionFilter::Active) {
    m_filters[0]->click();
  }
  m_totals->setVisible(pair && pair->after);
  if (!pair) {
    m_basis->setText(m_model.lesionFailure()
                         ? tr("The mask of lesions could not be read. %1").arg(texts.describe(*m_model.lesionFailure()))
                     : m_model.study().visits().empty() ? QString()
                                                        : tr("Measuring the lesions …"));
  } else {
    if (pair->after) {
      showTotals(*pair);
    }
    if (changes) {
      m_counts->setCounts(pair->counts);
    }
    m_basis->setText(changes ? noiseSentence(*pair) : basisSentence(*pair));
  }
  showSelection();
}

void LesionPanel::showTotals(const LesionPair& pair) {
  const Texts texts;
  const lesions::LesionCounts& counts = pair.after->lesions.counts;
  const QString total = texts.number(pair.after->volumeMm3() / kMm3PerMl, 2);
  QStringList parts = {tr("%n lesion(s)", nullptr, static_cast<int>(counts.lesions)),
                       tr("%n component(s)", nullptr, static_cast<int>(counts.components)), tr("%1 mL").arg(total)};
  QString text = tr("At this scan: %1").arg(parts.join(QStringLiteral(" · ")));
  if (pair.basis == LesionBasis::Identity) {
    const QString sign = pair.changeMm3 > 0 ? QStringLiteral("+") : QString();
    const QString change =
        tr("(%1%2 ± %3 mL)")
            .arg(sign, texts.number(pair.changeMm3 / kMm3PerMl, 2), texts.number(pair.errorMm3 / kMm3PerMl, 2));
    text += QLatin1Char(' ') + QString(change).replace(QLatin1Char(' '), QChar(QChar::Nbsp));
  }
  m_totals->setText(text);
  m_totals->setToolTip(
      tr("Components are connected parts of the mask. Lesions are those of at least 3 mm that are seen "
         "on two slices or in two planes. The error of the total is that of all lesions added up, as "
         "if all their borders had moved together."));
}

QString LesionPanel::basisSentence(const LesionPair& pair) const {
  switch (pair.basis) {
  case LesionBasis::NoMask:
    return tr("There is no mask of lesions for this scan. A mask of a reader would be listed here; it comes with a "
              "release or by import.");
  case LesionBasis::OneVisit:
    return tr("This is the first scan: nothing can be compared.");
  case LesionBasis::NoComparator:
    return tr("There is no mask of lesions for the earlier scan: no change can be told.");
  case LesionBasis::OtherReader:
    return tr("The two masks are of different makers, whose numbers do not mean the same: no change can be told.");
  case LesionBasis::NoIdentity:
  case LesionBasis::Identity:
    break;
  }
  return tr("The masks do not say which lesion is which, and nothing is matched by position: no change can be told.");
}

QString LesionPanel::noiseSentence(const LesionPair& pair) const {
  const Texts texts;
  const QString border = texts.number(pair.noise->borderMm, 2);
  const QString reader =
      pair.after->madeBy.empty() ? tr("the mask's maker") : QString::fromStdString(pair.after->madeBy);
  const QString who = tr("Lesions are known by the numbers of one maker (%1).").arg(reader);
  if (pair.noise->origin == lesions::PairNoise::Origin::Measured) {
    return who + QLatin1Char(' ') +
           tr("Noise of this pair: borders ± %1 mm, measured on %n lesion(s) seen at both scans.", nullptr,
              static_cast<int>(pair.noise->lesions))
               .arg(border);
  }
  return who + QLatin1Char(' ') +
         tr("Noise of this pair: borders ± %1 mm, assumed from the voxels, for fewer than 8 lesions are seen at both "
            "scans.")
             .arg(border);
}

QString LesionPanel::detailOf(std::int64_t label) const {
  const LesionPair& pair = *m_model.lesions();
  const bool now = pair.after && pair.after->shapeOf(label) != nullptr;
  const workspace::VisitMask& mask = now ? *pair.after : *pair.before;
  const lesions::LesionShape& shape = *mask.shapeOf(label);
  const workspace::LesionRow& row = *pair.rowOf(label);
  const Texts texts;
  QStringList lines;
  QString title = tr("Lesion %1").arg(label);
  if (row.status) {
    title += QStringLiteral(" · ") + texts.say(workspace::markOf(*row.status).word);
  }
  if (!row.counted) {
    title += QStringLiteral(" · ") + tr("too small to count as a lesion");
  }
  lines << title;
  lines << tr("Longest diameter %1 mm · %n part(s)", nullptr, static_cast<int>(shape.parts))
               .arg(texts.number(shape.longestDiameterMm, 1));
  lines << tr("Centre %1").arg(QString::fromStdString(toLetters(shape.centroid)));
  if (!now) {
    lines << tr("Measured at the earlier scan");
  }
  return lines.join(QLatin1Char('\n'));
}

void LesionPanel::showSelection() {
  const std::optional<std::int64_t> selected = m_model.selected();
  const int row = selected ? m_lesions->rowOf(*selected) : -1;
  m_selecting = true;
  if (row < 0) {
    m_table->clearSelection();
    m_table->setCurrentIndex({});
  } else {
    m_table->selectRow(row);
  }
  m_selecting = false;
  m_detail->setVisible(m_model.lesions() && m_lesions->countOf(LesionFilter::All) > 0);
  m_detail->setText(selected && m_model.lesions() ? detailOf(*selected)
                                                  : tr("Choose a lesion in the table, or click one in 3D."));
}

void LesionPanel::stepSelection(int lines) {
  const int rows = m_lesions->rowCount();
  if (rows == 0) {
    return;
  }
  const std::optional<std::int64_t> selected = m_model.selected();
  const int from = selected ? m_lesions->rowOf(*selected) : -1;
  const int to = from < 0 ? (lines > 0 ? 0 : rows - 1) : std::clamp(from + lines, 0, rows - 1);
  m_model.select(m_lesions->labelOf(to));
}

} // namespace facet::gui
