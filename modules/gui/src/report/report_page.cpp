#include "report_page.h"

#include "page_preview.h"

#include <facet/gui/elided_label.h>
#include <facet/gui/empty_state.h>
#include <facet/gui/notices.h>
#include <facet/gui/pages.h>
#include <facet/gui/panel.h>
#include <facet/gui/report_desk.h>
#include <facet/reporting/pdf.h>
#include <facet/workspace/language.h>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace facet::gui {

using reporting::SectionId;
using workspace::PageId;
using workspace::Texts;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

constexpr int kChoicesWidth = 260;
constexpr double kZoomStep = 1.2;

/// The language that the window speaks, if a report can.
QString windowLanguage() {
  return Texts().locale().name().section(QLatin1Char('_'), 0, 0);
}

struct Exported {
  reporting::PdfSummary summary;
  std::optional<Error> notRecorded;
};

} // namespace

ReportPage::ReportPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_jobs(context.jobs)
    , m_exports(context.jobs)
    , m_title(new ElidedLabel(context.theme, TypeSize::Base, TypeWeight::Strong, Token::Text))
    , m_language(new QComboBox)
    , m_years(new QComboBox)
    , m_export(new QPushButton(tr("Export PDF…")))
    , m_stack(new QStackedWidget)
    , m_preview(new PagePreview(context.theme))
    , m_empty(new EmptyState(context.theme, Icon::Report)) {
  auto* content = new QWidget;
  auto* columns = new QHBoxLayout(content);
  columns->setContentsMargins(0, 0, context.theme.grid(3), 0);
  columns->setSpacing(context.theme.grid(3));
  columns->addWidget(m_preview, 1);
  auto* right = new QVBoxLayout;
  right->setContentsMargins(0, context.theme.grid(3), 0, context.theme.grid(3));
  right->addWidget(makeChoices());
  right->addStretch();
  columns->addLayout(right);
  m_stack->addWidget(content);
  m_stack->addWidget(m_empty);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(m_stack, 1);
  addCommands();
  connect(m_preview, &PagePreview::viewChanged, this, &Page::readoutChanged);
}

QWidget* ReportPage::makeBar() {
  const workspace::Theme& theme = m_context.theme;
  auto* bar = new Panel(theme, Panel::Shape::Bar);
  bar->setEdges(Qt::BottomEdge);
  auto* layout = new QHBoxLayout(bar);
  layout->setContentsMargins(theme.grid(4), theme.grid(2), theme.grid(3), theme.grid(2) + 1);
  layout->setSpacing(theme.grid(2));
  m_title->setText(tr("Report"));
  layout->addWidget(m_title, 1);
  for (const workspace::Language& language : workspace::languages()) {
    m_language->addItem(language.name, language.code);
  }
  m_language->setCurrentIndex(std::max(0, m_language->findData(windowLanguage())));
  m_language->setAccessibleName(tr("Language of the report"));
  m_language->setToolTip(tr("Language of the report"));
  connect(m_language, &QComboBox::currentIndexChanged, this, &ReportPage::showPages);
  layout->addWidget(m_language);
  const auto addButton = [&](Icon icon, const QString& text, auto run) {
    auto* button = new QPushButton(themedIcon(theme, icon), QString());
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setIconSize({16, 16});
    connect(button, &QPushButton::clicked, this, run);
    layout->addWidget(button);
  };
  addButton(Icon::Minus, tr("Smaller pages (Ctrl+-)"), [this] { m_preview->zoomBy(1 / kZoomStep); });
  addButton(Icon::Plus, tr("Larger pages (Ctrl++)"), [this] { m_preview->zoomBy(kZoomStep); });
  addButton(Icon::Fit, tr("Fit the pages to the width (Ctrl+0)"), [this] { m_preview->fitWidth(); });
  m_export->setDefault(true);
  m_export->setToolTip(tr("Write the report as PDF (Ctrl+E)"));
  connect(m_export, &QPushButton::clicked, this, &ReportPage::askAndExport);
  layout->addWidget(m_export);
  return bar;
}

QWidget* ReportPage::makeChoices() {
  auto* card = new Card(m_context.theme, tr("Parts"), tr("What is in the report"));
  card->setFixedWidth(kChoicesWidth);
  const Texts texts;
  for (std::size_t i = 0; i < m_parts.size(); ++i) {
    m_parts[i] = new QCheckBox(reporting::sectionTitle(static_cast<SectionId>(i), texts));
    m_parts[i]->setChecked(true);
    connect(m_parts[i], &QCheckBox::toggled, this, &ReportPage::showPages);
    card->body().addWidget(m_parts[i]);
  }
  m_years->setAccessibleName(tr("How much of the course the time line shows"));
  m_years->setToolTip(m_years->accessibleName());
  m_years->addItem(tr("Whole course"), 0);
  for (const int years : {2, 5, 10}) {
    m_years->addItem(tr("Last %n years", nullptr, years), years);
  }
  connect(m_years, &QComboBox::currentIndexChanged, this, &ReportPage::showPages);
  card->body().addWidget(m_years);
  return card;
}

void ReportPage::addCommands() {
  const auto add = [this](const QString& text, const QKeySequence& keys, auto run) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
  };
  add(tr("Export the report as PDF"), Qt::CTRL | Qt::Key_E, [this] { askAndExport(); });
  add(tr("Larger pages"), QKeySequence::ZoomIn, [this] { m_preview->zoomBy(kZoomStep); });
  add(tr("Smaller pages"), QKeySequence::ZoomOut, [this] { m_preview->zoomBy(1 / kZoomStep); });
  add(tr("Fit the pages to the width"), Qt::CTRL | Qt::Key_0, [this] { m_preview->fitWidth(); });
}

void ReportPage::setPatient(const workspace::PatientPtr& patient) {
  m_patient = patient;
  m_mri.reset();
  m_preview->setLayoutOfPages(nullptr);
  prepare();
}

/// Reads the images, then shows the pages.
void ReportPage::prepare() {
  m_jobs.restart();
  m_export->setEnabled(false);
  if (!m_patient) {
    m_empty->setTexts(tr("No patient is open"), tr("The report of the open patient would be shown here."));
    m_stack->setCurrentWidget(m_empty);
    return;
  }
  m_empty->setTexts(tr("Preparing the report"), tr("The images of the last two scans are being read."));
  m_stack->setCurrentWidget(m_empty);
  m_jobs.run(
      {FACET_TEXT("gui", "Reading images for the report"), workspace::JobKind::Interactive},
      [patient = m_patient, read = m_context.volumes](Progress& progress) {
        return reporting::readMri(*patient, read, progress);
      },
      [this](Result<reporting::MriFindings> found) {
        if (!found) {
          m_context.notices.postFailure(tr("The images for the report could not be read."), found.error());
          Q_EMIT settled();
          return;
        }
        m_mri = std::make_shared<const reporting::MriFindings>(*std::move(found));
        showPages();
      });
}

reporting::ReportChoice ReportPage::choice() const {
  reporting::ReportChoice chosen;
  for (std::size_t i = 0; i < m_parts.size(); ++i) {
    chosen.sections.set(i, m_parts[i]->isChecked());
  }
  if (const int years = m_years->currentData().toInt(); years > 0) {
    chosen.timelineYears = years;
  }
  return chosen;
}

reporting::ReportSource ReportPage::source() const {
  reporting::ReportSource from;
  if (m_context.reports != nullptr && m_context.reports->state) {
    from.cache = m_context.reports->state().kind;
  }
  if (m_patient) {
    from.dates = m_patient->dates;
  }
  return from;
}

void ReportPage::showPages() {
  if (!m_patient || !m_mri) {
    return;
  }
  using LayoutPtr = std::shared_ptr<const reporting::PageLayout>;
  m_jobs.restart();
  m_jobs.run(
      {FACET_TEXT("gui", "Preparing the report"), workspace::JobKind::Interactive},
      [patient = m_patient, mri = m_mri, from = source(), chosen = choice(),
       code = m_language->currentData().toString()](Progress&) -> Result<LayoutPtr> {
        const auto texts = Texts::inLanguage(code);
        if (!texts) {
          return texts.error();
        }
        return LayoutPtr(std::make_shared<const reporting::PageLayout>(
            reporting::makeReport(*patient, mri.get(), from, chosen, *texts)));
      },
      [this](Result<LayoutPtr> layout) {
        if (layout) {
          m_title->setText(tr("Report of %1").arg(QString::fromStdString(m_patient->record.person.id)));
          m_preview->setLayoutOfPages(*layout);
          m_stack->setCurrentIndex(0);
          m_export->setEnabled(true);
        } else {
          m_context.notices.postFailure(tr("The report could not be prepared."), layout.error());
        }
        Q_EMIT settled();
      });
}

void ReportPage::askAndExport() {
  if (!m_patient || !m_mri) {
    return;
  }
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString name =
      tr("Report %1", "file name").arg(QString::fromStdString(m_patient->record.person.id)) + QStringLiteral(".pdf");
  QString file = QFileDialog::getSaveFileName(this, tr("Export the report"), folder + QLatin1Char('/') + name,
                                              tr("PDF files (*.pdf)"));
  if (!file.isEmpty()) {
    exportTo(file);
  }
}

void ReportPage::exportTo(const QString& file) {
  const auto record = m_context.reports != nullptr ? m_context.reports->record : nullptr;
  m_exports.run(
      {FACET_TEXT("gui", "Exporting the report"), workspace::JobKind::Background},
      [patient = m_patient, mri = m_mri, from = source(), chosen = choice(),
       code = m_language->currentData().toString(), file, record](Progress& progress) -> Result<Exported> {
        const auto texts = Texts::inLanguage(code);
        if (!texts) {
          return texts.error();
        }
        const Instant now = SystemClock().now();
        const auto report = reporting::makeReport(*patient, mri.get(), from, chosen, *texts);
        const auto summary = reporting::writePdf(report, now, file.toStdString(), progress);
        if (!summary) {
          return summary.error();
        }
        Exported exported{*summary, std::nullopt};
        const Result<void> kept =
            record ? record({patient->record.person.id, now, code.toStdString(), summary->digest})
                   : Result<void>(
                         Error{ErrorCode::Unauthorized, {}, FACET_TEXT("gui", "No cache that can be written is open")});
        if (!kept) {
          exported.notRecorded = kept.error();
        }
        return exported;
      },
      [this, file](const Result<Exported>& exported) {
        if (!exported) {
          m_context.notices.postFailure(tr("The report was not exported."), exported.error());
          return;
        }
        NoticeText notice;
        notice.kind = exported->notRecorded ? NoticeKind::Warning : NoticeKind::Done;
        notice.sentence =
            exported->notRecorded
                ? tr("The report was written to %1, but this copy does not record that it was made.").arg(file)
                : tr("The report was written to %1.").arg(file);
        notice.details = exported->notRecorded ? Texts().describe(*exported->notRecorded) : QString();
        notice.actionLabel = tr("Open folder");
        notice.action = [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath())); };
        m_context.notices.post(notice);
      });
}

QString ReportPage::readout() const {
  if (m_preview->pages() == 0) {
    return {};
  }
  return tr("Page %1 of %2 · %3 %")
      .arg(m_preview->currentPage() + 1)
      .arg(m_preview->pages())
      .arg(qRound(m_preview->zoom() * 100));
}

std::vector<std::pair<QString, QString>> ReportPage::gestures() const {
  return {{tr("Wheel"), tr("Scroll through the pages")}, {tr("Ctrl + wheel"), tr("Zoom the pages")}};
}

PageEntry reportPage() {
  return {PageId::Report, PageScope::OfOnePatient,
          [](const PageContext& context, QWidget* parent) -> Page* { return new ReportPage(context, parent); }};
}

} // namespace facet::gui
