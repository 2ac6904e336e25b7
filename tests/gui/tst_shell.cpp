#include "window_fixture.h"

#include <facet/gui/digit_delegate.h>
#include <facet/gui/elided_label.h>
#include <facet/gui/empty_state.h>
#include <facet/gui/grab.h>
#include <facet/gui/panel.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace facet;
using namespace facet::gui;
using namespace facet::workspace;

namespace {

/// A page with every standard widget.
class WidgetsPage final : public Page {
public:
  WidgetsPage(const PageContext& context, QWidget* parent)
      : Page(parent)
      , m_context(context) {
    auto* columns = new QHBoxLayout(this);
    auto* card = new Card(context.theme, QStringLiteral("Buttons"), QStringLiteral("Every state"));
    columns->addWidget(card);
    auto& body = card->body();
    auto* row = new QHBoxLayout;
    for (const char* name : {"Plain", "Checked", "Primary", "Disabled", "Menu"}) {
      auto* button = new QPushButton(QLatin1String(name));
      row->addWidget(button);
      if (name[0] == 'C') {
        button->setCheckable(true);
        button->setChecked(true);
      } else if (name[1] == 'r') {
        button->setDefault(true);
      } else if (name[0] == 'D') {
        button->setEnabled(false);
      } else if (name[0] == 'M') {
        button->setMenu(new QMenu(button));
      }
    }
    body.addLayout(row);
    auto* tools = new QHBoxLayout;
    for (const Icon icon :
         {Icon::Crosshair, Icon::Pan, Icon::WindowLevel, Icon::Zoom, Icon::Layout, Icon::Cube, Icon::Overlay}) {
      auto* tool = new QToolButton;
      tool->setAutoRaise(true);
      tool->setIcon(themedIcon(context.theme, icon));
      tool->setCheckable(true);
      tool->setChecked(icon == Icon::Crosshair);
      tool->setEnabled(icon != Icon::Overlay);
      tools->addWidget(tool);
    }
    body.addLayout(tools);
    auto* check = new QCheckBox(QStringLiteral("Check box"));
    check->setChecked(true);
    body.addWidget(check);
    body.addWidget(new QCheckBox(QStringLiteral("Not checked")));
    auto* radio = new QRadioButton(QStringLiteral("Radio button"));
    radio->setChecked(true);
    body.addWidget(radio);
    auto* combo = new QComboBox;
    combo->addItems({QStringLiteral("FLAIR"), QStringLiteral("T1w")});
    body.addWidget(combo);
    auto* edit = new QLineEdit;
    edit->setPlaceholderText(QStringLiteral("Search"));
    body.addWidget(edit);
    body.addWidget(new QSpinBox);
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setValue(40);
    body.addWidget(slider);
    auto* bar = new QProgressBar;
    bar->setValue(60);
    bar->setTextVisible(false);
    body.addWidget(bar);
    auto* tabs = new QTabWidget;
    tabs->addTab(new QWidget, QStringLiteral("First"));
    tabs->addTab(new QWidget, QStringLiteral("Second"));
    body.addWidget(tabs);
    body.addStretch();
    auto* model = new QStandardItemModel(40, 3, this);
    model->setHorizontalHeaderLabels({QStringLiteral("Region"), QStringLiteral("2025 mm³"), QStringLiteral("Change")});
    for (int i = 0; i < 40; ++i) {
      model->setItem(i, 0, new QStandardItem(QStringLiteral("Periventricular")));
      for (int c : {1, 2}) {
        auto* item = new QStandardItem(QLocale().toString(111 * i * c));
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        model->setItem(i, c, item);
      }
    }
    auto* table = new QTableView;
    table->setModel(model);
    table->setItemDelegate(new DigitDelegate(context.theme, table));
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setSortingEnabled(true);
    table->selectRow(3);
    columns->addWidget(table, 1);
    auto* empty = new EmptyState(context.theme, Icon::Mri);
    empty->setTexts(QStringLiteral("No scan yet"),
                    QStringLiteral("Scans of this patient would be here. Drop a folder of DICOM or BIDS on the window, "
                                   "or sync a release that has images."));
    empty->setButton(QStringLiteral("Open folder …"));
    columns->addWidget(empty, 1);
  }
  [[nodiscard]] QString readout() const override { return QStringLiteral("L 18.4 P 22.1 S 26.0 mm"); }
  [[nodiscard]] std::vector<std::pair<QString, QString>> gestures() const override {
    return {{QStringLiteral("Wheel"), QStringLiteral("Next slice")}};
  }

private:
  PageContext m_context;
};

std::vector<PageEntry> entries() {
  std::vector<PageEntry> all;
  for (int i = 0; i <= static_cast<int>(PageId::Sync); ++i) {
    const auto id = static_cast<PageId>(i);
    all.push_back(
        {id, id == PageId::Patients || id == PageId::Sync ? PageScope::Anywhere : PageScope::OfOnePatient,
         [](const PageContext& context, QWidget* parent) -> Page* { return new WidgetsPage(context, parent); }});
  }
  return all;
}

const QString kFolder = QStringLiteral("grabs/");

} // namespace

class TestShell : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { QDir().mkpath(kFolder); }

  void looks_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<QSize>("size");
    QTest::newRow("dark") << 0 << QSize(1600, 1000);
    QTest::newRow("light") << 1 << QSize(1280, 800);
  }
  void looks() {
    QFETCH(int, mode);
    QFETCH(QSize, size);
    Desk desk;
    desk.theme.setMode(mode == 0 ? ThemeMode::Dark : ThemeMode::Light);
    MainWindow window(desk.context(), entries(), {});
    window.setCacheState({CacheKind::Demo, CacheAccess::ReadWrite, samplePatient().dataDay});
    window.setOpenHandler([](const QStringList&) {});
    window.setLanguageHandler([](const QString&) {});
    desk.openSample();
    desk.navigator.goTo(PageId::Mri);
    bool done = false;
    grabWhenSettled(window, size, kFolder + QStringLiteral("shell-%1.png").arg(mode),
                    [&](const Result<void>& r) { done = r.ok(); });
    QTRY_VERIFY(done);
    desk.notices.post({NoticeKind::Failure, QStringLiteral("The folder could not be opened."),
                       QStringLiteral("a.nii: ends after 10 of 348 bytes"), QStringLiteral("Try again"), [] {}});
    desk.notices.post({NoticeKind::Done, QStringLiteral("384 images were imported."), {}, {}, {}});
    window.openPalette();
    QTRY_VERIFY(window.findChild<QListView*>()->isVisible());
    window.grab().save(kFolder + QStringLiteral("palette-%1.png").arg(mode));
    window.showKeys();
    QTRY_VERIFY(QApplication::activeWindow() != nullptr);
    window.findChild<QDialog*>()->grab().save(kFolder + QStringLiteral("keys-%1.png").arg(mode));
  }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
