#include <facet/workspace/cursors.h>
#include <facet/workspace/settings.h>

#include <QtTest>

using namespace facet;
using namespace facet::workspace;

namespace {
const ChoiceSetting kColour{
    QStringLiteral("test/colour"), QStringLiteral("dark"), {QStringLiteral("dark"), QStringLiteral("light")}};
const NumberSetting kWidth{QStringLiteral("test/width"), 300, 100, 900};
const StateSetting kState{QStringLiteral("test/state")};
} // namespace

class TestSettings : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void fallsBack() {
    const Settings settings(memorySettings());
    QCOMPARE(settings.get(kColour), QStringLiteral("dark"));
    QCOMPARE(settings.get(kWidth), 300);
    QVERIFY(settings.get(kState).isEmpty());
  }

  void keepsWhatIsValid() {
    Settings settings(memorySettings());
    QSignalSpy changed(&settings, &Settings::changed);
    settings.set(kColour, QStringLiteral("light"));
    settings.set(kColour, QStringLiteral("light"));
    settings.set(kColour, QStringLiteral("pink"));
    settings.set(kWidth, 99);
    settings.set(kWidth, 900);
    settings.set(kState, QByteArray("\0\xff;\n", 4));
    QCOMPARE(settings.get(kColour), QStringLiteral("light"));
    QCOMPARE(settings.get(kWidth), 900);
    QCOMPARE(settings.get(kState), QByteArray("\0\xff;\n", 4));
    QCOMPARE(changed.size(), 3);
    QCOMPARE(changed[0][0].toString(), kColour.key);
  }

  void readsDamagedValuesAsMissing() {
    auto store = memorySettings();
    store->write(kColour.key, "pink");
    store->write(kWidth.key, "1e9");
    const Settings settings(std::move(store));
    QCOMPARE(settings.get(kColour), QStringLiteral("dark"));
    QCOMPARE(settings.get(kWidth), 300);
  }

  void outlivesTheProgram() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("facet.ini"));
    {
      Settings settings(fileSettings(file));
      settings.set(kColour, QStringLiteral("light"));
      settings.set(kState, QByteArray(100, '\7'));
    }
    const Settings again(fileSettings(file));
    QCOMPARE(again.get(kColour), QStringLiteral("light"));
    QCOMPARE(again.get(kState), QByteArray(100, '\7'));
  }

  void cursorsTellOnlyOfChanges() {
    TimeCursor time;
    QSignalSpy days(&time, &TimeCursor::dayChanged);
    time.setDay(*dayOf(2024, 2, 29));
    time.setDay(*dayOf(2024, 2, 29));
    time.setDay(std::nullopt);
    QCOMPARE(days.size(), 2);
    AnatomyCursor place;
    QSignalSpy points(&place, &AnatomyCursor::pointChanged);
    place.setPoint(LpsPoint{1, 2, 3});
    place.setPoint(LpsPoint{1, 2, 3});
    QCOMPARE(points.size(), 1);
  }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
