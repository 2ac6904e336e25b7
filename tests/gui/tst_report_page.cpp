#include "../reporting/report_fixture.h"
#include "window_fixture.h"

#include <facet/gui/pages.h>
#include <facet/gui/report_desk.h>

#include <QCheckBox>
#include <QComboBox>
#include <QTemporaryDir>

using namespace facet;
using namespace facet::gui;
using namespace facet::workspace;

namespace {

/// The page alone, with drawn images.
struct Shown {
  Desk desk;
  reporting::test::ImagedPatient imaged = reporting::test::imaged();
  std::vector<ReportRecord> records;
  ReportDesk reports;
  std::vector<NoticeText> notices;
  std::unique_ptr<Page> page;

  explicit Shown(bool writable = true) {
    desk.volumes = imaged.reader();
    reports.state = [] { return CacheState{CacheKind::Demo, CacheAccess::ReadWrite, std::nullopt}; };
    reports.record = [this, writable](const ReportRecord& record) -> Result<void> {
      if (!writable) {
        return Error{ErrorCode::Unauthorized, "work.db", FACET_TEXT("test", "is open read-only")};
      }
      records.push_back(record);
      return {};
    };
    QObject::connect(&desk.notices, &Notices::posted, [this](const NoticeText& notice) { notices.push_back(notice); });
    PageContext context = desk.context();
    context.reports = &reports;
    page.reset(reportPage().make(context, nullptr));
    page->resize(1200, 800);
    page->setPatient(std::make_shared<const Patient>(imaged.patient));
    page->show();
  }
  void exportTo(const QString& file) const { QMetaObject::invokeMethod(page.get(), "exportTo", Q_ARG(QString, file)); }
};

} // namespace

class TestReportPage : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void showsThePages() {
    Shown shown;
    QVERIFY(!shown.page->isSettled());
    QTRY_VERIFY(shown.page->isSettled());
    QVERIFY2(shown.page->readout().startsWith(QStringLiteral("Page 1 of ")), qPrintable(shown.page->readout()));
    QVERIFY(shown.page->grab().save(QStringLiteral("report-page.png")));
  }

  void partsAndLanguageChangeThePages() {
    Shown shown;
    QTRY_VERIFY(shown.page->isSettled());
    const QString before = shown.page->readout();
    for (QCheckBox* part : shown.page->findChildren<QCheckBox*>()) {
      part->setChecked(false);
    }
    QTRY_VERIFY(shown.page->isSettled());
    QVERIFY(shown.page->readout() != before);
    QVERIFY(shown.page->readout().startsWith(QStringLiteral("Page 1 of 1 ")));
    auto* language = shown.page->findChild<QComboBox*>();
    QCOMPARE(language->currentData().toString(), QStringLiteral("en"));
    language->setCurrentIndex(language->findData(QStringLiteral("de")));
    QTRY_VERIFY(shown.page->isSettled());
  }

  void exportsAndRecords() {
    Shown shown;
    QTRY_VERIFY(shown.page->isSettled());
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.pdf"));
    shown.exportTo(file);
    QTRY_COMPARE(shown.notices.size(), std::size_t{1});
    QVERIFY(shown.notices[0].kind == NoticeKind::Done);
    QVERIFY(!shown.notices[0].actionLabel.isEmpty());
    QCOMPARE(shown.records.size(), std::size_t{1});
    QCOMPARE(shown.records[0].person, std::string("SE-K7Q2-M3"));
    QCOMPARE(shown.records[0].language, std::string("en"));
    NullProgress progress;
    QVERIFY(*storage::sha256OfFile(file.toStdString(), progress) == shown.records[0].digest);
  }

  void readOnlyCachesExportAllTheSame() {
    Shown shown(false);
    QTRY_VERIFY(shown.page->isSettled());
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.pdf"));
    shown.exportTo(file);
    QTRY_COMPARE(shown.notices.size(), std::size_t{1});
    QVERIFY(shown.notices[0].kind == NoticeKind::Warning);
    QVERIFY(shown.notices[0].sentence.contains(QStringLiteral("does not record")));
    QVERIFY(shown.notices[0].details.contains(QStringLiteral("read-only")));
    QVERIFY(QFile::exists(file));
  }

  void failuresAreSaid() {
    Shown shown;
    QTRY_VERIFY(shown.page->isSettled());
    shown.exportTo(QStringLiteral("/no/such/folder/a.pdf"));
    QTRY_COMPARE(shown.notices.size(), std::size_t{1});
    QVERIFY(shown.notices[0].kind == NoticeKind::Failure);
    QVERIFY(shown.records.empty());
  }

  void anotherPatientDropsTheFirst() {
    Shown shown;
    shown.page->setPatient(nullptr);
    QVERIFY(shown.page->isSettled());
    QVERIFY(shown.page->readout().isEmpty());
  }
};

QTEST_MAIN(TestReportPage)
#include "tst_report_page.moc"
