#include "visit_bar.h"

#include <facet/gui/elided_label.h>
#include <facet/gui/icons.h>
#include <facet/rendering/anatomy.h>
#include <facet/workspace/texts.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace facet::gui {

using workspace::LinkKind;
using workspace::MriRow;
using workspace::StudyVisit;
using workspace::Texts;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

constexpr double kTiltWorthTelling = 5; ///< degrees

/// A chooser as wide as its longest entry, which does not change with the mouse wheel over it.
QComboBox* makeChooser(const QString& name) {
  auto* chooser = new QComboBox;
  chooser->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  chooser->setAccessibleName(name);
  chooser->setToolTip(name);
  chooser->setFocusPolicy(Qt::TabFocus);
  return chooser;
}

/// "1", "0.94": as many digits as say something.
QString millimetres(double value, const Texts& texts) {
  const double cents = value * 100;
  const auto rounded = static_cast<long long>(cents + 0.5);
  return texts.number(value, rounded % 100 == 0 ? 0 : rounded % 10 == 0 ? 1 : 2);
}

} // namespace

VisitBar::VisitBar(const workspace::Theme& theme, workspace::MriModel& model, const workspace::TimeCursor& time,
                   MriRow row, QWidget* parent)
    : Panel(theme, Shape::Bar, parent)
    , m_model(model)
    , m_time(time)
    , m_row(row)
    , m_date(makeChooser(row == MriRow::Current ? tr("Scan that is read") : tr("Scan to compare with")))
    , m_image(makeChooser(tr("Contrast")))
    , m_window(makeChooser(tr("Window")))
    , m_relation(new ElidedLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary))
    , m_facts(new ElidedLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary))
    , m_warningIcon(new QLabel)
    , m_warning(new ElidedLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::Threshold)) {
  setAccessibleName(row == MriRow::Current ? tr("Current visit") : tr("Earlier visit"));
  setEdges(row == MriRow::Current ? Qt::BottomEdge : Qt::TopEdge | Qt::BottomEdge);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(theme.grid(2), theme.grid(1), theme.grid(2), theme.grid(1));
  layout->setSpacing(theme.grid(2));
  QFont strong = theme.font(TypeSize::Base, TypeWeight::Strong);
  m_date->setFont(strong);
  auto* icon = static_cast<QLabel*>(m_warningIcon);
  icon->setPixmap(themedIcon(theme, Icon::Warning, Token::Threshold).pixmap(16, 16));
  connect(&theme, &workspace::Theme::changed, icon,
          [icon, &theme] { icon->setPixmap(themedIcon(theme, Icon::Warning, Token::Threshold).pixmap(16, 16)); });
  layout->addWidget(m_date);
  layout->addWidget(m_image);
  layout->addWidget(m_window);
  layout->addWidget(m_relation);
  layout->addWidget(m_facts);
  layout->addWidget(m_warningIcon);
  layout->addWidget(m_warning, 1000);
  layout->addStretch(1);
  connect(m_date, &QComboBox::activated, this,
          [this](int n) { m_model.chooseVisit(m_row, static_cast<std::size_t>(m_date->itemData(n).toInt())); });
  connect(m_image, &QComboBox::activated, this,
          [this](int n) { m_model.chooseImage(m_row, static_cast<std::size_t>(n)); });
  connect(m_window, &QComboBox::activated, this, [this](int n) {
    if (n < static_cast<int>(workspace::kWindowPresets.size())) {
      m_model.setWindow(m_row, {false, workspace::kWindowPresets[static_cast<std::size_t>(n)], 0, 1});
    }
  });
  connect(&model, &workspace::MriModel::rowsChanged, this, &VisitBar::show);
  connect(&model, &workspace::MriModel::loadedChanged, this, &VisitBar::showWindows);
  show();
}

QString VisitBar::dateOf(const StudyVisit& visit) const {
  const Texts texts;
  const std::vector<StudyVisit>& visits = m_model.study().visits();
  const bool twice = std::count_if(visits.begin(), visits.end(),
                                   [&](const StudyVisit& other) { return other.date == visit.date; }) > 1;
  const QString label = QString::fromStdString(visit.label);
  if (!visit.date) {
    return label.isEmpty() ? tr("Date not known") : tr("%1, date not known").arg(label);
  }
  return twice ? QStringLiteral("%1 (%2)").arg(texts.date(*visit.date), label) : texts.date(*visit.date);
}

void VisitBar::show() {
  const StudyVisit* visit = m_model.visit(m_row);
  for (QWidget* part : {static_cast<QWidget*>(m_date), static_cast<QWidget*>(m_image), static_cast<QWidget*>(m_window),
                        static_cast<QWidget*>(m_facts)}) {
    part->setVisible(visit != nullptr);
  }
  m_relation->setText(relation());
  const QList<Warning> all = visit == nullptr ? QList<Warning>() : warnings();
  m_warningIcon->setVisible(!all.isEmpty());
  m_warning->setVisible(!all.isEmpty());
  if (visit == nullptr) {
    return;
  }
  showDates();
  showImages();
  showWindows();
  m_facts->setText(facts());
  m_facts->setHint(visit->exam != nullptr ? QString::fromStdString(visit->exam->scanner) : QString());
  QStringList labels;
  QStringList sentences;
  for (const Warning& warning : all) {
    if (!warning.label.isEmpty()) {
      labels << warning.label;
    }
    sentences << warning.sentence;
  }
  m_warning->setText(labels.join(QStringLiteral(" · ")));
  m_warning->setHint(sentences.join(QLatin1Char('\n')));
  m_warning->setAccessibleDescription(sentences.join(QLatin1Char('\n')));
}

void VisitBar::showDates() {
  const QSignalBlocker quiet(m_date);
  m_date->clear();
  const std::vector<StudyVisit>& visits = m_model.study().visits();
  const std::size_t end = m_row == MriRow::Current ? visits.size() : m_model.visitIndex(MriRow::Current).value_or(0);
  for (std::size_t n = end; n-- > 0;) {
    m_date->addItem(dateOf(visits[n]), static_cast<int>(n));
  }
  m_date->setCurrentIndex(m_date->findData(static_cast<int>(*m_model.visitIndex(m_row))));
}

void VisitBar::showImages() {
  const QSignalBlocker quiet(m_image);
  m_image->clear();
  const StudyVisit& visit = *m_model.visit(m_row);
  for (const storage::StoredImage* image : visit.images) {
    const bool twice = std::count_if(visit.images.begin(), visit.images.end(),
                                     [&](const auto* other) { return other->sequence == image->sequence; }) > 1;
    const bool named = !image->sequence.empty() && image->sequence != "other";
    QString text = QString::fromStdString(named ? image->sequence : image->name);
    if (named && twice) {
      text += QStringLiteral(" (%1)").arg(QString::fromStdString(image->name));
    }
    m_image->addItem(text);
    m_image->setItemData(m_image->count() - 1, QString::fromStdString(image->name), Qt::ToolTipRole);
    if (image == m_model.image(m_row)) {
      m_image->setCurrentIndex(m_image->count() - 1);
    }
  }
}

void VisitBar::showWindows() {
  if (m_model.visit(m_row) == nullptr) {
    return;
  }
  const QSignalBlocker quiet(m_window);
  const Texts texts;
  m_window->clear();
  for (const workspace::WindowPreset preset : workspace::kWindowPresets) {
    m_window->addItem(texts.say(workspace::nameOf(preset)));
  }
  const workspace::WindowChoice& choice = m_model.windowChoice(m_row);
  m_window->setCurrentIndex(static_cast<int>(choice.preset));
  if (const workspace::LoadedPtr loaded = m_model.loaded(m_row)) {
    const imaging::Window window = workspace::windowOf(loaded->range, choice);
    const int decimals = window.high - window.low < 10 ? 2 : 0;
    const QString values = tr("%1 to %2").arg(texts.number(window.low, decimals), texts.number(window.high, decimals));
    m_window->setToolTip(tr("Window: black and white at %1").arg(values));
    if (choice.byHand) {
      m_window->addItem(tr("Set by hand"));
      m_window->setCurrentIndex(m_window->count() - 1);
    }
  }
}

QString VisitBar::relation() const {
  const StudyVisit* visit = m_model.visit(m_row);
  const Texts texts;
  if (m_row == MriRow::Current) {
    if (m_model.isBeforeFirstScan() && m_time.day()) {
      return tr("the first scan; none at or before %1").arg(texts.date(*m_time.day()));
    }
    if (visit != nullptr && m_time.day() && visit->date && visit->date->latest() < *m_time.day()) {
      return tr("last scan before %1").arg(texts.date(*m_time.day()));
    }
    return m_model.visitIndex(m_row) == m_model.study().newestVisit() ? tr("newest scan") : tr("current scan");
  }
  if (visit == nullptr) {
    return tr("No earlier scan");
  }
  const StudyVisit& current = *m_model.visit(MriRow::Current);
  const bool previous = *m_model.visitIndex(m_row) + 1 == *m_model.visitIndex(MriRow::Current);
  const QString which = previous ? tr("previous") : tr("earlier");
  if (!visit->date || !current.date || !visit->date->isExact() || !current.date->isExact()) {
    return which;
  }
  const auto days = (current.date->earliest() - visit->date->earliest()).count();
  return QStringLiteral("%1 · %2").arg(which, tr("%n day(s) earlier", nullptr, static_cast<int>(days)));
}

QString VisitBar::facts() const {
  const StudyVisit& visit = *m_model.visit(m_row);
  const storage::StoredImage& image = *m_model.image(m_row);
  const Texts texts;
  QStringList parts;
  if (visit.exam != nullptr && visit.exam->fieldTesla) {
    parts << tr("%1 T").arg(texts.number(*visit.exam->fieldTesla, *visit.exam->fieldTesla == 3.0 ? 0 : 1));
  }
  const Vec3 edge = image.grid.spacingMm();
  parts
      << tr("%1 × %2 × %3 mm").arg(millimetres(edge.x, texts), millimetres(edge.y, texts), millimetres(edge.z, texts));
  const double tilt = rendering::tiltDegrees(image.grid, rendering::Plane::Axial);
  if (tilt >= kTiltWorthTelling) {
    parts << tr("slices tilted by %1°").arg(texts.number(tilt, 0));
  }
  return parts.join(QStringLiteral(" · "));
}

QString VisitBar::linkSentence() const {
  switch (m_model.link().kind) {
  case LinkKind::Anatomy:
    return {};
  case LinkKind::SameGrid:
    return tr("Not registered: both scans lie on one grid, and the cross-hair stands at the same voxel of each.");
  case LinkKind::Proportion:
    break;
  }
  return tr("Not registered: the cross-hair stands at the same proportion of each image, not at the same anatomy.");
}

bool VisitBar::isOtherScanner() const {
  const clinical::MriExam* now = m_model.visit(MriRow::Current)->exam;
  const clinical::MriExam* then = m_model.visit(MriRow::Comparator)->exam;
  if (now == nullptr || then == nullptr) {
    return false;
  }
  const bool field = now->fieldTesla && then->fieldTesla && *now->fieldTesla != *then->fieldTesla;
  return field || (!now->scanner.empty() && !then->scanner.empty() && now->scanner != then->scanner);
}

QList<VisitBar::Warning> VisitBar::warnings() const {
  QList<Warning> all;
  if (m_row == MriRow::Comparator) {
    const QString link = linkSentence();
    if (!link.isEmpty()) {
      all << Warning{tr("Not registered"), link};
    }
    if (isOtherScanner()) {
      all << Warning{tr("Another scanner"),
                     tr("Another scanner than at the current scan: differences of volume may come from it.")};
    }
  }
  if (m_model.mask(m_row) != nullptr && !m_model.maskFromShown(m_row)) {
    all << Warning{tr("Mask not drawn"),
                   tr("The mask of lesions lies in another space and is not drawn over this image.")};
  }
  const Texts texts;
  const std::vector<Notice>& notices = m_model.image(m_row)->notices;
  for (const Notice& notice : notices) {
    const bool first = &notice == &notices.front();
    all << Warning{first ? tr("%n note(s) on the file", nullptr, static_cast<int>(notices.size())) : QString(),
                   texts.describe(notice)};
  }
  return all;
}

} // namespace facet::gui
