#include <QImage>
#include <QProcess>
#include <QtTest>

namespace {

struct Ended {
  int code = -1;
  QString out;
  QString err;
};

/// Runs `facet` to its end. A variable without '=' is taken out of the environment.
Ended facet(const QStringList& arguments, const QStringList& variables = {}) {
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
  environment.remove(QStringLiteral("DISPLAY"));
  environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
  for (const QString& variable : variables) {
    environment.insert(variable.section(QLatin1Char('='), 0, 0), variable.section(QLatin1Char('='), 1));
  }
  QProcess process;
  process.setProcessEnvironment(environment);
  process.start(QStringLiteral(FACET_PROGRAM), arguments);
  process.waitForFinished();
  return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
          QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

/// The program as it is called from a shell, without a display.
class TestWindow : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void refusesWrongUsage_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{"--nonsense"};
    QTest::newRow("stray argument") << QStringList{"patients"};
    QTest::newRow("unknown page") << QStringList{"--page", "kitchen"};
    QTest::newRow("unknown theme") << QStringList{"--theme", "pink"};
    QTest::newRow("unknown language") << QStringList{"--language", "tlh"};
    QTest::newRow("size without a picture") << QStringList{"--size", "1280x800"};
    QTest::newRow("size of nothing") << QStringList{"--grab", "x.png", "--size", "0x0"};
    QTest::newRow("size that is none") << QStringList{"--grab", "x.png", "--size", "1280x800x2"};
    QTest::newRow("size beyond reason") << QStringList{"--grab", "x.png", "--size", "99999x800"};
  }
  void refusesWrongUsage() {
    QFETCH(QStringList, arguments);
    const Ended ended = facet(arguments);
    QCOMPARE(ended.code, 2);
    QVERIFY(!ended.err.isEmpty());
  }

  void explainsItself() {
    const Ended help = facet({QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    for (const char* option :
         {"--cache", "--demo", "--patient", "--page", "--theme", "--language", "--grab", "--size"}) {
      QVERIFY2(help.out.contains(QLatin1String(option)), option);
    }
    QVERIFY(help.out.contains(QStringLiteral("Example:")));
    QCOMPARE(facet({QStringLiteral("--version")}).code, 0);
  }

  void needsADisplayForAWindow() {
    const Ended ended = facet({});
    QCOMPARE(ended.code, 1);
    QVERIFY(ended.err.startsWith(QStringLiteral("error: facet: ")));
  }

  void saysThatAPictureCannotBeWritten() {
    const Ended ended = facet({QStringLiteral("--grab"), QStringLiteral("/nowhere/at/all.png")});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.contains(QStringLiteral("/nowhere/at/all.png")), qPrintable(ended.err));
  }

  void drawsItselfWithoutADisplay_data() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("scale");
    QTest::newRow("dark") << "dark"
                          << "1600x1000"
                          << "1";
    QTest::newRow("light, small") << "light"
                                  << "1280x800"
                                  << "1";
    QTest::newRow("dark, twice as fine") << "dark"
                                         << "1280x800"
                                         << "2";
    QTest::newRow("light, large") << "light"
                                  << "2560x1440"
                                  << "1";
    QTest::newRow("between") << "dark"
                             << "1280x800"
                             << "1.5";
  }
  void drawsItselfWithoutADisplay() {
    QFETCH(QString, theme);
    QFETCH(QString, size);
    QFETCH(QString, scale);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("window.png"));
    const Ended ended =
        facet({QStringLiteral("--theme"), theme, QStringLiteral("--grab"), file, QStringLiteral("--size"), size},
              {QStringLiteral("QT_SCALE_FACTOR=") + scale});
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    const QImage image(file);
    QCOMPARE(image.width(), qRound(size.section(QLatin1Char('x'), 0, 0).toInt() * scale.toDouble()));
    QCOMPARE(image.height(), qRound(size.section(QLatin1Char('x'), 1).toInt() * scale.toDouble()));
    // The rail in the colour of panels; the hairline beside it one device pixel wide at every scale.
    const QColor panel(theme == QStringLiteral("dark") ? "#15191E" : "#FFFFFF");
    const QColor line(theme == QStringLiteral("dark") ? "#2A323A" : "#D6DCE2");
    const int y = image.height() / 2;
    QCOMPARE(image.pixelColor(4, y), panel);
    int lines = 0;
    for (int x = 0; x < qRound(70 * scale.toDouble()); ++x) {
      lines += image.pixelColor(x, y) == line ? 1 : 0;
    }
    QCOMPARE(lines, 1);
  }

  void drawsTheSameTwice() {
    const QTemporaryDir folder;
    for (const char* name : {"a.png", "b.png"}) {
      QCOMPARE(facet({QStringLiteral("--grab"), folder.filePath(QLatin1String(name))}).code, 0);
    }
    QCOMPARE(QImage(folder.filePath(QStringLiteral("a.png"))), QImage(folder.filePath(QStringLiteral("b.png"))));
  }
};

QTEST_GUILESS_MAIN(TestWindow)
#include "tst_window.moc"
