#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

/// Every command of README.md, run as it stands there, block after block in one folder.
class TestReadme : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QFile file(QStringLiteral(FACET_SOURCE_DIR "/README.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression block(QStringLiteral("```sh\n(.*?)```"),
                                          QRegularExpression::DotMatchesEverythingOption);
    for (auto it = block.globalMatch(text); it.hasNext();) {
      m_blocks << it.next().captured(1);
    }
    QVERIFY(m_blocks.size() >= 4);
    m_links = linksOf(text);
    QVERIFY(m_folder.isValid());
  }

  void everyBlockRuns() {
    for (const QString& block : qAsConst(m_blocks)) {
      QString script = QStringLiteral("set -euo pipefail\n");
      for (const QString& line : block.split(QLatin1Char('\n'))) {
        // The two commands build and test the project itself: here they only have to be there and to explain
        // themselves.
        script += line.startsWith(QStringLiteral("packaging/"))
                      ? QStringLiteral("'" FACET_SOURCE_DIR "'/%1 --help\n").arg(line)
                      : line + QLatin1Char('\n');
      }
      QProcess shell;
      QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
      environment.insert(QStringLiteral("PATH"),
                         QStringLiteral(FACET_PROGRAMS ":") + environment.value(QStringLiteral("PATH")));
      shell.setProcessEnvironment(environment);
      shell.setWorkingDirectory(m_folder.path());
      shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});
      QVERIFY(shell.waitForFinished(kPatienceMs));
      QVERIFY2(shell.exitStatus() == QProcess::NormalExit && shell.exitCode() == 0,
               qPrintable(block + QString::fromUtf8(shell.readAllStandardError())));
    }
    for (const char* file : {"report.pdf", "timeline.png", "flair.nrrd"}) {
      QVERIFY2(QFile(m_folder.filePath(QLatin1String(file))).size() > 1000, file);
    }
  }

  void everyLinkLeadsSomewhere() {
    for (const QString& link : qAsConst(m_links)) {
      QVERIFY2(QFile::exists(QStringLiteral(FACET_SOURCE_DIR "/") + link), qPrintable(link));
    }
  }

private:
  static constexpr int kPatienceMs = 240'000;

  static QStringList linksOf(const QString& text) {
    static const QRegularExpression link(QStringLiteral(R"(\]\(([^)]+)\)|`((?:packaging|resources|modules)/[^`]+)`)"));
    QStringList links;
    for (auto it = link.globalMatch(text); it.hasNext();) {
      const auto match = it.next();
      links << match.captured(match.capturedLength(1) > 0 ? 1 : 2);
    }
    return links;
  }

  QTemporaryDir m_folder;
  QStringList m_blocks;
  QStringList m_links;
};

QTEST_GUILESS_MAIN(TestReadme)
#include "tst_readme.moc"
