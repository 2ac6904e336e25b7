#include "cache_fixture.h"
#include "image_rows.h"
#include "message_json.h"
#include "schemas.h"

#include <QtTest>

using namespace facet;
using namespace facet::storage;

namespace {

Digest digest(std::uint8_t first) {
  Digest made;
  made.bytes[0] = first;
  return made;
}

StoredImage image(const std::string& person, const std::string& session, const std::string& name, std::uint8_t voxels) {
  StoredImage made;
  made.person = person;
  made.session = session;
  made.name = name;
  made.sequence = "FLAIR";
  made.grid.size = {3, 4, 5};
  made.grid.lpsFromIjk = {{{{0.1, -0.25, 1e-300}, {2, 3, 4}, {5, 6, -7}}}, {-90.5, 1.0 / 3, 72}};
  made.voxels = digest(voxels);
  return made;
}

} // namespace

class TestImageRows : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_folder.emplace();
    m_database.emplace(
        std::move(Database::open({*m_folder / "a.db"}, SecretKey::random(), {DatabaseAccess::Create})).value());
    must(migrateWork(*m_database));
  }

  void readsWhatWasWritten() {
    auto rows = ImageRows::prepare(*m_database);
    must(rows);
    StoredImage mask = image("P1", "1", "mask", 2);
    mask.role = ImageRole::LesionMask;
    mask.madeBy = "reader";
    mask.format = imaging::ImageFormat::Dicom;
    mask.voxelType = imaging::VoxelType::Float64;
    mask.original = digest(9);
    mask.notices = {{"a.nii", FACET_TEXT("imaging", "sform and qform differ by %1 mm").with(2.5), atByte(280)},
                    {"b.nii", FACET_TEXT("imaging", "no unit"), {}}};
    must(rows->putSession({"P1", "1", PartialDate::fromYearMonth(2021, 3).value()}));
    must(rows->putSession({"P1", "2", std::nullopt}));
    must(rows->putImage(image("P1", "1", "flair", 1), 7));
    must(rows->putImage(mask, 7));
    must(rows->putImage(image("P2", "1", "flair", 3), 7));
    const Affine3 map{{{{1, 0, 0}, {0, 0, -1}, {0, 1, 0}}}, {1, 2, 3}};
    must(rows->putTransform({digest(1), digest(2), TransformModel::Affine, map, "given", 0.75}, 7));
    must(rows->putTransform({digest(1), digest(3), TransformModel::Rigid, map, "of two people", std::nullopt}, 7));

    const PersonImages found = read("P1");
    QCOMPARE(found.sessions.size(), 2U);
    QCOMPARE(found.sessions[0].date->toIso(), std::string("2021-03"));
    QVERIFY(!found.sessions[1].date);
    QCOMPARE(found.images.size(), 2U);
    const StoredImage& back = found.images[1];
    QCOMPARE(back.name, std::string("mask"));
    QCOMPARE(back.role, ImageRole::LesionMask);
    QCOMPARE(back.madeBy, std::string("reader"));
    QCOMPARE(back.sequence, std::string("FLAIR"));
    QCOMPARE(back.format, imaging::ImageFormat::Dicom);
    QCOMPARE(back.voxelType, imaging::VoxelType::Float64);
    QVERIFY(back.grid.size == mask.grid.size);
    QVERIFY(back.grid.lpsFromIjk == mask.grid.lpsFromIjk);
    QVERIFY(back.original == mask.original && back.voxels == mask.voxels);
    QCOMPARE(back.origin, ImageOrigin::Import);
    QVERIFY(back.notices == mask.notices);
    QCOMPARE(std::string(back.notices[0].reason.source()), std::string("sform and qform differ by %1 mm"));
    QVERIFY(!found.images[0].original);
    QCOMPARE(found.transforms.size(), 1U);
    QCOMPARE(found.transforms[0].model, TransformModel::Affine);
    QVERIFY(found.transforms[0].movingFromFixed == map);
    QCOMPARE(found.transforms[0].metric, std::optional(0.75));
  }

  void replacesTheImageOfTheSameName() {
    auto rows = ImageRows::prepare(*m_database);
    must(rows->putImage(image("P1", "1", "flair", 1), 1));
    must(rows->putImage(image("P1", "1", "flair", 2), 2));
    QCOMPARE(read("P1").images.size(), 1U);
    QVERIFY(read("P1").images[0].voxels == digest(2));
  }

  void aSessionGetsItsDateLater() {
    auto rows = ImageRows::prepare(*m_database);
    const PartialDate first(Day(std::chrono::days(100)));
    must(rows->putSession({"P1", "1", std::nullopt}));
    must(rows->putSession({"P1", "1", first}));
    must(rows->putSession({"P1", "1", PartialDate(Day(std::chrono::days(200)))}));
    must(rows->putSession({"P1", "1", std::nullopt}));
    QVERIFY(read("P1").sessions.at(0).date == first);
  }

  void removesWhatAFileBrought() {
    auto rows = ImageRows::prepare(*m_database);
    for (const char* label : {"1", "2", "3"}) {
      must(rows->putSession({"P1", label, std::nullopt}));
    }
    must(rows->putImage(image("P1", "1", "flair", 1), 1));
    must(rows->putImage(image("P1", "2", "flair", 2), 1));
    must(rows->putImage(image("P1", "2", "t1", 3), 2));
    must(rows->removeBroughtBy(1));
    const PersonImages left = read("P1");
    QCOMPARE(left.images.size(), 1U);
    QCOMPARE(left.images[0].name, std::string("t1"));
    // Session 3 never had images, so the file did not bring it.
    QCOMPARE(left.sessions.size(), 2U);
  }

  void refusesWhatTheTableDoesNotTake() {
    auto rows = ImageRows::prepare(*m_database);
    StoredImage empty = image("P1", "1", "flair", 1);
    empty.grid.size = {0, 1, 1};
    const auto put = rows->putImage(empty, 1);
    QCOMPARE(put.error().code, ErrorCode::InvalidInput);
    must(rows->putImage(image("P1", "1", "flair", 1), 1));
  }

  void readsDamagedMessagesAsEmpty() {
    for (const char* json : {"", "{", "[]", "7", "null", R"({"source":7})", R"({"source":""})"}) {
      QVERIFY(messageFromJson(json).empty());
    }
    QVERIFY(noticesFromJson("{").empty());
    QCOMPARE(noticesFromJson(R"([3,{"subject":"x"}])").size(), 1U);
    const Message odd = FACET_TEXT("a", "b %1").with("\xff\"\\");
    QVERIFY(messageFromJson(messageToJson(odd)).english().starts_with("b "));
  }

private:
  PersonImages read(const std::string& person) {
    auto reader = ImageReader::prepare(*m_database, "main", ImageOrigin::Import);
    must(reader);
    PersonImages images;
    must(reader->readImages(person, images));
    must(reader->readTransforms(images));
    return images;
  }

  std::optional<ScratchFolder> m_folder;
  std::optional<Database> m_database;
};

QTEST_APPLESS_MAIN(TestImageRows)
#include "tst_image_rows.moc"
