#include <facet/lesions/label_source.h>

#include <QtTest>

using namespace facet;
using namespace facet::imaging;
using namespace facet::lesions;

namespace {

Result<LabelledLesions> labelled(std::vector<std::int16_t> row, LabelInput input) {
  Grid grid;
  grid.size = {static_cast<std::int64_t>(row.size()), 1, 1};
  NullProgress progress;
  return labelLesions(*makeVolume<std::int16_t>(grid, std::move(row)), input, Connectivity::Six, {}, progress);
}

} // namespace

class TestLabelSource : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void splitsAMask() {
    const auto lesions = labelled({7, 7, 7, 7, 0, 7, 0, 7, 7, 7}, LabelInput::ByContent);
    QVERIFY(lesions);
    QVERIFY(lesions->meaning == LabelMeaning::Component);
    QCOMPARE(lesions->shapes.size(), std::size_t(3));
    QCOMPARE(lesions->counts.components, std::size_t(3));
    QCOMPARE(lesions->counts.lesions, std::size_t(2)); // 4 mm and 3 mm
    QCOMPARE(lesions->labels.valueAt({9, 0, 0}), 3.0);
  }

  void keepsIdentities() {
    const auto lesions = labelled({7, 7, 7, 0, 12, 12, 0, 7, 7, 7}, LabelInput::ByContent);
    QVERIFY(lesions);
    QVERIFY(lesions->meaning == LabelMeaning::Identity);
    QCOMPARE(lesions->shapes.size(), std::size_t(2));
    QCOMPARE(lesions->shapes[0].label, std::int64_t(7));
    QCOMPARE(lesions->shapes[0].parts, std::size_t(2));
    QCOMPARE(lesions->counts.components, std::size_t(3));
    QCOMPARE(lesions->counts.lesions, std::size_t(1));
  }

  void oneIdentityIsNoMask() {
    const auto lesions = labelled({0, 7, 7}, LabelInput::Labels);
    QVERIFY(lesions);
    QVERIFY(lesions->meaning == LabelMeaning::Identity);
    QCOMPARE(lesions->shapes[0].label, std::int64_t(7));
  }

  void emptyMask() {
    const auto lesions = labelled({0, 0, 0}, LabelInput::ByContent);
    QVERIFY(lesions);
    QVERIFY(lesions->shapes.empty());
    QCOMPARE(lesions->counts.components, std::size_t(0));
  }

  void refusesNegativeLabels() {
    QVERIFY(!labelled({0, -7, 3}, LabelInput::Labels));
    // As a mask what is not above 0 is background.
    QCOMPARE(labelled({0, -7, 3}, LabelInput::Mask)->shapes.size(), std::size_t(1));
  }

  void readsATable() {
    const auto rows =
        parseLabelTable("index\tname\tsite\tstatus\r\n3\tlesion 3\tperiventricular\tnew\r\n12\t\tn/a\tstable\r\n");
    QVERIFY(rows);
    QCOMPARE(rows->size(), std::size_t(2));
    QCOMPARE((*rows)[0].index, std::int64_t(3));
    QVERIFY((*rows)[0].name == "lesion 3");
    QCOMPARE((*rows)[0].others.size(), std::size_t(2));
    QVERIFY((*rows)[0].others[0] == std::make_pair(std::string("site"), std::string("periventricular")));
    QVERIFY((*rows)[1].name.empty());
    QCOMPARE((*rows)[1].others.size(), std::size_t(1));
  }

  void refusesTables_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("empty") << QByteArray() << QByteArray("line 1");
    QTest::newRow("no index") << QByteArray("name\nx\n") << QByteArray("line 1");
    QTest::newRow("short row") << QByteArray("index\tname\n1\ta\n2\n") << QByteArray("line 3");
    QTest::newRow("text for index") << QByteArray("index\tname\nx\ta\n") << QByteArray("line 2");
    QTest::newRow("twice") << QByteArray("index\n4\n4\n") << QByteArray("line 3");
  }
  void refusesTables() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, place);
    const auto rows = parseLabelTable(text.toStdString());
    QVERIFY(!rows);
    QVERIFY(rows.error().code == ErrorCode::InvalidInput);
    QCOMPARE(QByteArray::fromStdString(rows.error().place.english()), place);
  }
};

QTEST_APPLESS_MAIN(TestLabelSource)
#include "tst_label_source.moc"
