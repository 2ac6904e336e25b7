#include <facet/core/log.h>

#include <QtTest>

using namespace facet;

namespace {
class Lines final : public LogSink {
public:
  void write(LogLevel, const std::string& line) override { lines.push_back(line); }
  std::vector<std::string> lines;
};
} // namespace

// Text from data has no way into a line.
static_assert(!std::is_constructible_v<LogValue, std::string>);
static_assert(!std::is_constructible_v<LogValue, const char*>);

class TestLog : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void writesTimeLevelCategory() {
    Lines sink;
    const FixedClock clock(*parseIsoInstant("2026-11-21T04:05:06.007Z"));
    const Log log(sink, clock, LogLevel::Info);
    log.write(LogLevel::Debug, LogWord("sync"), LogWord("not written"));
    log.write(LogLevel::Warning, LogWord("sync"), LogWord("%1 rows refused, first: %2 after %3 s"),
              {12, ErrorCode::Corrupt, 0.5});
    QCOMPARE(sink.lines.size(), std::size_t(1));
    QVERIFY(sink.lines[0] == "2026-11-21T04:05:06.007Z warning sync: 12 rows refused, first: corrupt after 0.5 s");
  }

  void readsItsOwnTimes() {
    for (const char* text : {"2026-11-21T04:05:06.007Z", "1969-12-31T23:59:59.999Z"}) {
      QVERIFY(toIso(*parseIsoInstant(text)) == text);
    }
    QVERIFY(parseIsoInstant("2026-11-21T04:05:06Z"));
    for (const char* text : {"", "2026-11-21", "2026-11-21T24:00:00Z", "2026-02-30T00:00:00Z", "2026-11-21T04:05:06"}) {
      QVERIFY2(!parseIsoInstant(text), text);
    }
  }
};

QTEST_APPLESS_MAIN(TestLog)
#include "tst_log.moc"
