#include "sync_page.h"

#include <facet/core/files.h>
#include <facet/gui/elided_label.h>
#include <facet/gui/empty_state.h>
#include <facet/gui/notices.h>
#include <facet/gui/pages.h>
#include <facet/gui/panel.h>
#include <facet/gui/table.h>
#include <facet/workspace/texts.h>

#include <QAction>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace facet::gui {

using workspace::PageId;
using workspace::SyncedSource;
using workspace::Texts;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

constexpr int kFactsWidth = 420;
constexpr int kFileWidth = 300;
constexpr int kLineWidth = 72;

QString protectionText(storage::Protection protection) {
  switch (protection) {
  case storage::Protection::None:
    return SyncPage::tr("nothing: synthetic data only");
  case storage::Protection::KeyFile:
    return SyncPage::tr("a key file");
  case storage::Protection::SecretService:
    return SyncPage::tr("the desktop's keyring");
  case storage::Protection::Passphrase:
    break;
  }
  return SyncPage::tr("a passphrase");
}

QString datesText(clinical::ReleaseDates dates) {
  switch (dates) {
  case clinical::ReleaseDates::Exact:
    return SyncPage::tr("exact");
  case clinical::ReleaseDates::Shifted:
    return SyncPage::tr("shifted, for one person always by the same number of days");
  case clinical::ReleaseDates::YearOnly:
    break;
  }
  return SyncPage::tr("years only");
}

std::filesystem::path pathOf(const QString& text) {
  return text.toStdString();
}

} // namespace

SyncPage::SyncPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_jobs(context.jobs)
    , m_runs(new workspace::SyncRunModel(this))
    , m_quarantine(new workspace::QuarantineModel(this))
    , m_passphrase(new QPushButton(themedIcon(context.theme, Icon::Lock), tr("Passphrase …")))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(context.theme, Icon::Sync))
    , m_copy(new QFormLayout)
    , m_source(new QFormLayout)
    , m_sourceCard(nullptr)
    , m_runsCard(nullptr)
    , m_quarantineCard(nullptr)
    , m_quarantineTable(new QTableView) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(m_stack, 1);
  m_stack->addWidget(makeContent());
  m_stack->addWidget(m_empty);
  m_empty->setTexts(
      tr("No copy is open"),
      tr("What was synced would stand here. Sync a release of your consortium, or look at the demo, whose "
         "people do not exist."));
  m_empty->setButton(tr("Open the demo"));
  addCommands();
  connect(m_empty, &EmptyState::buttonClicked, this, [this] { m_context.data.openDemo(); });
  connect(&context.data, &workspace::OpenCache::opened, this, &SyncPage::reload);
  connect(&context.data, &workspace::OpenCache::dataChanged, this, &SyncPage::reload);
  connect(&context.data, &workspace::OpenCache::passphraseSet, this, &SyncPage::reload);
  connect(&context.data, &workspace::OpenCache::openingFailed, this, &SyncPage::settled);
  reload();
}

QWidget* SyncPage::makeBar() {
  const workspace::Theme& theme = m_context.theme;
  auto* bar = new Panel(theme, Panel::Shape::Bar);
  bar->setEdges(Qt::BottomEdge);
  auto* layout = new QHBoxLayout(bar);
  layout->setContentsMargins(theme.grid(3), theme.grid(2), theme.grid(3), theme.grid(2) + 1);
  layout->setSpacing(theme.grid(2));
  const auto add = [&](QPushButton* button, const QString& hint, auto run) {
    button->setIconSize({16, 16});
    button->setToolTip(hint);
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, run);
  };
  add(new QPushButton(themedIcon(theme, Icon::Sync), tr("Sync a release …")),
      tr("Choose the folder of a release: its signature and every checksum are checked before anything is taken"),
      [this] { chooseRelease(); });
  add(new QPushButton(themedIcon(theme, Icon::Import), tr("Import images …")),
      tr("Choose a folder of your own images: BIDS, DICOM, NIfTI, NRRD or MetaImage"), [this] { chooseImages(); });
  layout->addStretch();
  add(m_passphrase, tr("Add a passphrase that opens this copy, or change the one there is"),
      [this] { m_context.data.setPassphrase(); });
  return bar;
}

QWidget* SyncPage::makeContent() {
  const workspace::Theme& theme = m_context.theme;
  auto* content = new QWidget;
  auto* columns = new QHBoxLayout(content);
  columns->setContentsMargins(theme.grid(3), theme.grid(3), theme.grid(3), theme.grid(3));
  columns->setSpacing(theme.grid(3));
  const auto setUpForm = [&](QFormLayout& form) {
    form.setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form.setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form.setHorizontalSpacing(theme.grid(4));
    form.setVerticalSpacing(theme.grid(2));
  };
  setUpForm(*m_copy);
  setUpForm(*m_source);
  auto* facts = new QVBoxLayout;
  facts->setSpacing(theme.grid(3));
  auto* copy = new Card(theme, tr("The copy on this computer"), {});
  copy->setFixedWidth(kFactsWidth);
  copy->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Maximum);
  copy->body().addLayout(m_copy);
  facts->addWidget(copy);
  m_sourceCard = new Card(theme, tr("Publisher"), {});
  m_sourceCard->setFixedWidth(kFactsWidth);
  m_sourceCard->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Maximum);
  m_sourceCard->body().addLayout(m_source);
  facts->addWidget(m_sourceCard);
  facts->addStretch();
  columns->addLayout(facts);

  auto* tables = new QVBoxLayout;
  tables->setSpacing(theme.grid(3));
  m_runsCard = new Card(theme, tr("Syncs"), tr("Records that came with each; images that were read anew"));
  auto* runs = new QTableView;
  runs->setModel(m_runs);
  setUpTable(*runs, theme, tr("Syncs"));
  runs->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  runs->horizontalHeader()->setSectionResizeMode(workspace::SyncRunModel::Release, QHeaderView::Stretch);
  m_runsCard->body().addWidget(runs, 1);
  tables->addWidget(m_runsCard, 2);
  m_quarantineCard = new Card(theme, tr("Not taken"), {});
  m_quarantineTable->setModel(m_quarantine);
  setUpTable(*m_quarantineTable, theme, tr("Not taken"));
  QHeaderView* head = m_quarantineTable->horizontalHeader();
  head->resizeSection(workspace::QuarantineModel::File, kFileWidth);
  head->resizeSection(workspace::QuarantineModel::Line, kLineWidth);
  head->setSectionResizeMode(workspace::QuarantineModel::Reason, QHeaderView::Stretch);
  m_quarantineCard->body().addWidget(m_quarantineTable, 1);
  tables->addWidget(m_quarantineCard, 3);
  columns->addLayout(tables, 1);
  return content;
}

void SyncPage::addCommands() {
  const auto add = [this](const QString& text, auto run) {
    auto* action = new QAction(text, this);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
  };
  add(tr("Sync a release …"), [this] { chooseRelease(); });
  add(tr("Import images …"), [this] { chooseImages(); });
  add(tr("Open the demo"), [this] { m_context.data.openDemo(); });
}

void SyncPage::reload() {
  m_jobs.restart();
  const auto cache = m_context.data.cache();
  m_passphrase->setVisible(cache && cache->kind() == storage::CacheKind::Protected && !cache->writeRefusal());
  m_stack->setCurrentIndex(cache ? 0 : 1);
  if (!cache) {
    Q_EMIT settled();
    return;
  }
  m_jobs.run(
      {FACET_TEXT("gui", "Reading what was synced")},
      [cache = *cache](Progress&) { return workspace::OpenCache::overviewOf(cache); },
      [this](Result<workspace::SyncOverview> overview) {
        if (overview) {
          show(std::move(*overview));
        } else {
          m_context.notices.postFailure(tr("What was synced could not be read."), overview.error());
        }
        Q_EMIT settled();
      });
}

void SyncPage::show(workspace::SyncOverview overview) {
  m_overview = std::move(overview);
  showCopy();
  showSource();
}

void SyncPage::addFact(QFormLayout& form, const QString& label, const QString& value) {
  auto* name = new TextLabel(m_context.theme, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary);
  name->setText(label);
  auto* text = new TextLabel(m_context.theme, TypeSize::Base, TypeWeight::Regular, Token::Text);
  text->setText(value);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  text->setAccessibleName(label);
  form.addRow(name, text);
}

void SyncPage::showCopy() {
  const Texts texts;
  while (m_copy->rowCount() > 0) {
    m_copy->removeRow(0);
  }
  const bool demo = m_overview.kind == storage::CacheKind::Demo;
  addFact(*m_copy, tr("Folder"), QString::fromStdString(displayName(m_overview.folder)));
  addFact(*m_copy, tr("Kind"), demo ? tr("demo: nobody in it is a real person") : tr("protected"));
  QStringList protections;
  for (const storage::Protection protection : m_overview.protections) {
    protections << protectionText(protection);
  }
  addFact(*m_copy, tr("Opened by"),
          protections.isEmpty() ? protectionText(storage::Protection::None) : protections.join(QStringLiteral(", ")));
  addFact(*m_copy, tr("Encryption"),
          demo ? tr("AES-256, with a key that comes with the program") : tr("AES-256, databases and images alike"));
  if (m_overview.writeRefusal) {
    addFact(*m_copy, tr("Read-only"), texts.describe(*m_overview.writeRefusal));
  }
  for (const storage::Repair& repair : m_overview.repairs) {
    addFact(*m_copy, tr("Repaired"),
            repair.tables.empty() ? tr("%1 was damaged and is empty now; sync again to fill it.")
                                        .arg(QString::fromStdString(displayName(repair.file.filename())))
                                  : tr("%1 was damaged; what could be read of it was saved.")
                                        .arg(QString::fromStdString(displayName(repair.file.filename()))));
  }
}

void SyncPage::showSource() {
  const Texts texts;
  while (m_source->rowCount() > 0) {
    m_source->removeRow(0);
  }
  m_sourceCard->setVisible(!m_overview.sources.empty());
  std::vector<storage::SyncRun> runs;
  std::vector<storage::QuarantineEntry> quarantine;
  for (const SyncedSource& each : m_overview.sources) {
    const storage::SyncSource& source = each.source;
    addFact(*m_source, tr("Name"), QString::fromStdString(source.name));
    addFact(*m_source, tr("Series"), QString::fromStdString(source.series));
    addFact(*m_source, tr("Key"),
            source.publicKey ? QString::fromStdString(source.publicKey->fingerprint()) : tr("none pinned"));
    if (source.applied) {
      addFact(*m_source, tr("Release"), QString::fromStdString(source.applied->version));
      addFact(*m_source, tr("Data of"), texts.date(std::chrono::floor<std::chrono::days>(source.applied->time)));
      addFact(*m_source, tr("Dates"), datesText(source.applied->dates));
      if (!source.applied->complete) {
        addFact(*m_source, tr("Incomplete"), tr("Some of it is still to come or was refused; sync again to go on."));
      }
    }
    addFact(*m_source, tr("From"), QString::fromStdString(source.location));
    runs.insert(runs.end(), each.runs.begin(), each.runs.end());
    quarantine.insert(quarantine.end(), each.quarantine.begin(), each.quarantine.end());
  }
  std::stable_sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) { return a.started > b.started; });
  m_quarantineCard->setSubtitle(quarantine.empty() ? tr("Everything that came was taken.")
                                                   : tr("%n record(s) or file(s) with the reason; the rest was taken.",
                                                        nullptr, static_cast<int>(quarantine.size())));
  m_quarantineTable->setVisible(!quarantine.empty());
  m_runs->setRuns(std::move(runs));
  m_quarantine->setEntries(std::move(quarantine));
}

void SyncPage::chooseRelease() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose the folder of a release"));
  if (!folder.isEmpty()) {
    m_context.data.sync(pathOf(folder));
  }
}

void SyncPage::chooseImages() {
  const QString folder =
      QFileDialog::getExistingDirectory(this, tr("Choose a folder of images: BIDS, DICOM, NIfTI, NRRD or MetaImage"));
  if (!folder.isEmpty()) {
    m_context.data.import({pathOf(folder)});
  }
}

PageEntry syncPage() {
  return {PageId::Sync, PageScope::Anywhere,
          [](const PageContext& context, QWidget* parent) -> Page* { return new SyncPage(context, parent); }};
}

} // namespace facet::gui
