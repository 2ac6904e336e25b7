#include <facet/clinical/tables.h>
#include <facet/workspace/language.h>
#include <facet/workspace/table_texts.h>

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

#include <algorithm>
#include <set>

using namespace facet;
using namespace facet::workspace;

namespace {

struct Entry {
  QString context;
  QString source;
  QString comment;
  QStringList forms;
  QString state; ///< type attribute: "", "unfinished", "obsolete", "vanished"
  bool plural = false;

  [[nodiscard]] QString key() const {
    return context + QStringLiteral(": ") + source + (comment.isEmpty() ? QString() : QStringLiteral(" / ") + comment);
  }
};

QList<Entry> readTs(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return {};
  }
  QList<Entry> entries;
  QXmlStreamReader xml(&file);
  QString context;
  while (!xml.atEnd()) {
    if (!xml.readNextStartElement()) {
      continue;
    }
    const auto name = xml.name();
    if (name == QLatin1String("name")) {
      context = xml.readElementText();
    } else if (name == QLatin1String("message")) {
      Entry entry;
      entry.context = context;
      entry.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
      while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
          entry.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
          entry.comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
          entry.state = xml.attributes().value(QLatin1String("type")).toString();
          if (entry.plural) {
            while (xml.readNextStartElement()) {
              entry.forms << xml.readElementText();
            }
          } else {
            entry.forms << xml.readElementText();
          }
        } else {
          xml.skipCurrentElement();
        }
      }
      entries << entry;
    }
  }
  return entries;
}

/// "%1", "%2", "%n" in a text, each once.
std::set<QString> places(const QString& text) {
  static const QRegularExpression place(QStringLiteral("%(\\d|n)"));
  std::set<QString> found;
  for (auto it = place.globalMatch(text); it.hasNext();) {
    found.insert(it.next().captured());
  }
  return found;
}

const QString kRoot = QStringLiteral(FACET_SOURCE_DIR "/");

} // namespace

class TestTranslations : public QObject {
  Q_OBJECT

private Q_SLOTS:
  // What lupdate finds in the sources today stands translated in the file.
  void areComplete_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("pluralsOnly");
    QTest::newRow("de") << "de" << false;
    QTest::newRow("en") << "en" << true;
  }
  void areComplete() {
    QFETCH(QString, language);
    QFETCH(bool, pluralsOnly);
    const QTemporaryDir folder;
    const QString kept = kRoot + QStringLiteral("translations/facet_%1.ts").arg(language);
    const QString fresh = folder.filePath(QStringLiteral("facet_%1.ts").arg(language));
    QVERIFY(QFile::copy(kept, fresh));
    QVERIFY(QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner));
    QStringList arguments = QString::fromLatin1(FACET_LUPDATE_ARGUMENTS).split(QLatin1Char(' '));
    arguments.removeAll(QStringLiteral("-no-obsolete"));
    if (pluralsOnly) {
      arguments << QStringLiteral("-pluralonly");
    }
    arguments << QStringLiteral("-ts") << fresh;
    QProcess lupdate;
    lupdate.setWorkingDirectory(kRoot);
    lupdate.start(QStringLiteral(FACET_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished());
    QVERIFY2(lupdate.exitCode() == 0, lupdate.readAllStandardError().constData());
    QStringList wrong;
    for (const Entry& entry : readTs(fresh)) {
      if (!entry.state.isEmpty()) {
        wrong << entry.state + QStringLiteral(": ") + entry.key();
      }
    }
    finish(wrong);
  }

  void fitTheirSources_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("de") << "de";
    QTest::newRow("en") << "en";
  }
  void fitTheirSources() {
    QFETCH(QString, language);
    const QList<Entry> entries = readTs(kRoot + QStringLiteral("translations/facet_%1.ts").arg(language));
    QVERIFY(!entries.isEmpty());
    QStringList wrong;
    std::set<QString> keys;
    for (const Entry& entry : entries) {
      const auto complain = [&](const char* why) { wrong << QLatin1String(why) + QStringLiteral(": ") + entry.key(); };
      if (!keys.insert(entry.key()).second) {
        complain("stands twice");
      }
      if (entry.plural && entry.forms.size() != 2) {
        complain("has no two plural forms");
      }
      for (const QString& form : entry.forms) {
        if (form.isEmpty()) {
          complain("is empty");
        }
        std::set<QString> wanted = places(entry.source);
        std::set<QString> given = places(form);
        if (entry.plural) {
          // "one relapse" may do without the number.
          wanted.erase(QStringLiteral("%n"));
          given.erase(QStringLiteral("%n"));
        }
        if (given != wanted) {
          complain("has other places");
        }
        if (form.count(QLatin1Char('&')) != entry.source.count(QLatin1Char('&')) &&
            !entry.source.contains(QStringLiteral("B&B"))) {
          complain("has another accelerator");
        }
        if (form.endsWith(QChar(0x2026)) != entry.source.endsWith(QChar(0x2026))) {
          complain("has another ellipsis");
        }
        if (form != form.trimmed() && entry.source == entry.source.trimmed()) {
          complain("has blanks at its ends");
        }
      }
    }
    finish(wrong);
  }

  void tablesAreListed() {
    std::set<std::string> listed;
    for (const char* label : tableLabels()) {
      listed.insert(label);
    }
    QStringList wrong;
    const auto want = [&](const std::string& label) {
      if (!label.empty() && !listed.contains(label)) {
        wrong << QString::fromStdString("not in table_texts.cpp: " + label);
      }
    };
    for (const clinical::Drug& drug : clinical::drugs()) {
      want(drug.name);
    }
    for (const clinical::StopReason& reason : clinical::stopReasons()) {
      want(reason.label);
    }
    for (const clinical::Variable& variable : clinical::variables()) {
      want(variable.label);
      for (const clinical::Level& level : variable.levels) {
        want(level.label);
      }
    }
    for (const clinical::Country& country : clinical::countries()) {
      want(country.name);
    }
    finish(wrong);
  }

  void everyOfferedLanguageLoads() {
    for (const Language& language : languages()) {
      QVERIFY2(translatorFor(language.code) != nullptr, qPrintable(language.code));
    }
  }

private:
  static void finish(const QStringList& wrong) {
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.mid(0, 30).join(QLatin1Char('\n'))));
  }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
