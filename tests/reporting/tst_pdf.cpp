#include "report_fixture.h"

#include <facet/reporting/page_layout.h>
#include <facet/reporting/pdf.h>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace facet;
using namespace facet::reporting;
using namespace facet::reporting::test;
using namespace facet::clinical::test;

namespace {

const Instant kMoment = *parseIsoInstant("2026-11-15T09:08:07Z");

/// What a program of poppler-utils prints; nothing where it is not installed.
std::optional<QString> run(const QString& program, const QStringList& arguments) {
  const QString path = QStandardPaths::findExecutable(program);
  if (path.isEmpty()) {
    return std::nullopt;
  }
  QProcess process;
  process.start(path, arguments);
  if (!process.waitForFinished() || process.exitCode() != 0) {
    return QString::fromUtf8(process.readAllStandardError());
  }
  return QString::fromUtf8(process.readAllStandardOutput());
}

#define RUN(variable, ...)                                                                                             \
  const std::optional<QString> variable##Output = run(__VA_ARGS__);                                                    \
  if (!variable##Output) {                                                                                             \
    QSKIP("poppler-utils is not installed");                                                                           \
  }                                                                                                                    \
  const QString& variable = *variable##Output;

} // namespace

class TestPdf : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    NullProgress progress;
    const ImagedPatient patient = imaged();
    const MriFindings mri = *readMri(patient.patient, patient.reader(), progress);
    for (const char* language : {"en", "de"}) {
      const Report report = makeReport(patient.patient, &mri, demoSource(), {}, textsIn(language));
      const QString file = fileOf(language);
      const auto written = writePdf(report, kMoment, file.toStdString(), progress);
      QVERIFY2(written.ok(), written.ok() ? "" : describe(written.error()).c_str());
      m_pages = PageLayout(report).pages();
      QCOMPARE(written->pages, m_pages);
      QCOMPARE(static_cast<qint64>(written->bytes), QFile(file).size());
    }
  }

  void textCanBeExtracted() {
    RUN(english, QStringLiteral("pdftotext"), {QStringLiteral("-layout"), fileOf("en"), QStringLiteral("-")})
    for (const char* text : {"SE-K7Q2-M3", "Patient report", "Data of 14 Nov 2026; exact dates", "Synthetic data",
                             "glatiramer acetate", "0.11–3.21", "2.5 → 3.5", "no contrast given", "no longer visible",
                             "Garwood, Biometrika 1936;28:437", "FLAIR", "50 mm|20 mm", "Pyr", "modest efficacy"}) {
      const QRegularExpression pattern(QStringLiteral("(%1)").arg(
          QRegularExpression::escape(QString::fromUtf8(text)).replace(QStringLiteral("\\|"), QStringLiteral("|"))));
      QVERIFY2(QString(english).replace(QChar(0xa0), QLatin1Char(' ')).contains(pattern), text);
    }
    RUN(german, QStringLiteral("pdftotext"), {QStringLiteral("-layout"), fileOf("de"), QStringLiteral("-")})
    for (const char* text : {"Kein Schub", "12.09.2026", "Phänotyp", "Rückenmark", "2,5"}) {
      QVERIFY2(german.contains(QString::fromUtf8(text)), text);
    }
  }

  void everyPageHasItsLines() {
    RUN(text, QStringLiteral("pdftotext"), {QStringLiteral("-layout"), fileOf("en"), QStringLiteral("-")})
    QStringList pages = text.split(QLatin1Char('\f'));
    pages.removeLast();
    QCOMPARE(pages.size(), m_pages);
    for (qsizetype i = 0; i < pages.size(); ++i) {
      QVERIFY(pages[i].contains(QStringLiteral("For research. Not for diagnosis")));
      QVERIFY(pages[i].contains(QStringLiteral("Synthetic data: this person does not exist")));
      QVERIFY(pages[i].contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(m_pages)));
      QVERIFY(pages[i].contains(QStringLiteral("SE-K7Q2-M3")));
      QVERIFY(pages[i].contains(QStringLiteral("Data of 14 Nov 2026")));
    }
  }

  void headsOfTablesAreRepeated() {
    NullProgress progress;
    clinical::PatientRecord record;
    record.person.id = "many";
    for (int i = 0; i < 120; ++i) {
      record.visits.push_back(visit(toIso(day("2010-01-04") + std::chrono::days(30 * i)).c_str(), 2));
    }
    ReportChoice choice;
    choice.sections.reset();
    choice.sections.set(static_cast<std::size_t>(SectionId::Visits));
    const Report report = makeReport(patientOf(record), nullptr, demoSource(), choice, textsIn("en"));
    const QString file = m_folder.filePath(QStringLiteral("many.pdf"));
    const int pages = writePdf(report, kMoment, file.toStdString(), progress)->pages;
    QVERIFY(pages >= 3);
    RUN(text, QStringLiteral("pdftotext"), {QStringLiteral("-layout"), file, QStringLiteral("-")})
    QCOMPARE(text.count(QStringLiteral("Occasion")), pages);
    QCOMPARE(text.count(QStringLiteral("scheduled visit")), 120);
  }

  void interIsEmbedded() {
    RUN(fonts, QStringLiteral("pdffonts"), {fileOf("en")})
    const QStringList lines = fonts.split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    QVERIFY(lines.size() >= 2);
    for (const QString& line : lines) {
      QVERIFY2(line.startsWith(QStringLiteral("Inter")), qPrintable(line));
      // emb, sub, uni: embedded and with Unicode; Qt names no subset, though only used glyphs are in it.
      QVERIFY2(line.contains(QRegularExpression(QStringLiteral("yes (yes|no)\\s+yes"))), qPrintable(line));
    }
    // Three whole weights of Inter would be over 1 MB.
    NullProgress progress;
    const Report report = makeReport(patientOf(newcomer()), nullptr, demoSource(), {}, textsIn("en"));
    QVERIFY(pdfOf(report, kMoment, progress)->size() < 80000);
  }

  void onlyKeyImagesAreRaster() {
    RUN(images, QStringLiteral("pdfimages"), {QStringLiteral("-list"), fileOf("en")})
    // Two places in three pictures each, none of them a mask of transparency.
    const QStringList lines = images.split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    QCOMPARE(lines.size(), 6);
    QVERIFY(!images.contains(QStringLiteral("mask")));
  }

  void nothingIsTransparent() {
    QFile file(fileOf("en"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-1.6"));
    QVERIFY(!bytes.contains("/S /Transparency"));
    QVERIFY(!bytes.contains("/Group"));
    QVERIFY(!QRegularExpression(QStringLiteral("/(ca|CA) 0")).match(QString::fromLatin1(bytes)).hasMatch());
  }

  void metadataHoldThePseudonymAlone() {
    RUN(info, QStringLiteral("pdfinfo"), {fileOf("en")})
    QVERIFY(info.contains(QRegularExpression(QStringLiteral("Title:\\s+Patient report SE-K7Q2-M3"))));
    QVERIFY(info.contains(QStringLiteral("(A4)")));
    QVERIFY(!info.contains(QStringLiteral("Author")));
    QVERIFY(info.contains(QRegularExpression(QStringLiteral("CreationDate:\\s+Sun Nov 15 09:08:07 2026"))));
  }

  void lettersStandAtTheSidesOfThePictures() {
    RUN(boxes, QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), fileOf("en"), QStringLiteral("-")})
    const auto places = [&](const char* word) {
      const QRegularExpression pattern(
          QStringLiteral("xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\"[^>]*>%1</word>").arg(QLatin1String(word)));
      std::vector<QPointF> found;
      for (auto match = pattern.globalMatch(boxes); match.hasNext();) {
        const auto at = match.next();
        found.emplace_back(at.captured(1).toDouble(), at.captured(2).toDouble());
      }
      return found;
    };
    // Six pictures: to the right of each R, at one height and within a picture's width, its L. No L stands without one.
    int pairs = 0;
    for (const QPointF& r : places("R")) {
      for (const QPointF& l : places("L")) {
        if (std::abs(l.y() - r.y()) < 0.5 && l.x() - r.x() > 100 && l.x() - r.x() < 165) {
          ++pairs;
        }
      }
    }
    QCOMPARE(pairs, 6);
  }

  void oneReportGivesTheSameBytes() {
    NullProgress progress;
    const Report report = makeReport(patientOf(switcher()), nullptr, demoSource(), {}, textsIn("en"));
    const QByteArray once = *pdfOf(report, kMoment, progress);
    qputenv("TZ", "Asia/Kolkata");
    tzset();
    QCOMPARE(*pdfOf(report, kMoment, progress), once);
    qputenv("TZ", "UTC");
    tzset();
    QVERIFY(*pdfOf(report, kMoment + std::chrono::hours(1), progress) != once);
  }

  void unwritableTargetsAreRefusedAndLeaveNothing() {
    NullProgress progress;
    const Report report = makeReport(patientOf(newcomer()), nullptr, demoSource(), {}, textsIn("en"));
    const auto missing = writePdf(report, kMoment, "/no/such/folder/a.pdf", progress);
    QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
    const auto folder = writePdf(report, kMoment, m_folder.path().toStdString(), progress);
    QVERIFY(!folder);
    QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.part*")}).isEmpty());
  }

  void stopsWhenAsked() {
    class Stopped final : public Progress {
    public:
      void setFraction(double) override {}
      void setStep(const Message&) override {}
      [[nodiscard]] bool stopRequested() const override { return true; }
    } progress;
    const Report report = makeReport(patientOf(newcomer()), nullptr, demoSource(), {}, textsIn("en"));
    const QString file = m_folder.filePath(QStringLiteral("stopped.pdf"));
    const auto stopped = writePdf(report, kMoment, file.toStdString(), progress);
    QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(file));
  }

private:
  [[nodiscard]] QString fileOf(const char* language) const {
    return m_folder.filePath(QLatin1String(language) + QStringLiteral(".pdf"));
  }

  QTemporaryDir m_folder;
  int m_pages = 0;
};

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
