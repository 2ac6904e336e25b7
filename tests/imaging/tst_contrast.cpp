#include <facet/imaging/sequence.h>

#include <QtTest>

using namespace facet;
using namespace facet::imaging;

class TestContrast : public QObject {
  Q_OBJECT

private Q_SLOTS:
  // Names as scanners and sites write them; times of the protocol of each.
  void guessesFromNames_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    for (const auto& [name, expected] :
         std::initializer_list<std::pair<const char*, const char*>>{{"t1_mprage_sag_p2_iso", "T1w"},
                                                                    {"anat-T1w", "T1w"},
                                                                    {"Sag 3D FSPGR BRAVO", "T1w"},
                                                                    {"T1W_3D_TFE", "T1w"},
                                                                    {"t1_mprage_sag +C", "T1w+ce"},
                                                                    {"AX T1 POST GD", "T1w+ce"},
                                                                    {"T1 KM", "T1w+ce"},
                                                                    {"T1 tra ohne KM", "T1w"},
                                                                    {"T1 pre contrast", "T1w"},
                                                                    {"t2_space_dark-fluid_sag_p2_iso", "FLAIR"},
                                                                    {"t2_tirm_tra_dark-fluid", "FLAIR"},
                                                                    {"3D_Brain_VIEW_FLAIR_SHC", "FLAIR"},
                                                                    {"CUBE T2 FLAIR", "FLAIR"},
                                                                    {"T1 FLAIR", "FLAIR"},
                                                                    {"t2_tse_tra_512", "T2w"},
                                                                    {"Ax T2 FRFSE", "T2w"},
                                                                    {"T2* GRE", "other"},
                                                                    {"t2_star tra", "other"},
                                                                    {"t2star_tra", "other"},
                                                                    {"SWI_Images", "SWI"},
                                                                    {"SWAN", "SWI"},
                                                                    {"PD_tse_tra", "PD"},
                                                                    {"Proton Density", "PD"},
                                                                    {"STIR SAG", "STIR"},
                                                                    {"t2_stir_sag_spine", "STIR"},
                                                                    {"ep2d_diff_3scan_trace_p2_ADC", "other"},
                                                                    {"localizer", "other"},
                                                                    {"AAHead_Scout", "other"},
                                                                    {"TOF_3D_multi-slab", "other"},
                                                                    {"Survey", "other"},
                                                                    {"gre_field_mapping", "other"}}) {
      QTest::newRow(name) << name << expected;
    }
  }
  void guessesFromNames() {
    QFETCH(QString, name);
    QFETCH(QString, expected);
    SequenceFacts facts;
    facts.modality = "MR";
    facts.seriesDescription = name.toStdString();
    const ContrastGuess guess = guessContrast(facts);
    QCOMPARE(QString::fromUtf8(nameOf(guess.contrast).data()), expected);
    QVERIFY(!guess.reason.empty());
  }

  // Repetition, echo and inversion time in ms, and whether it is a gradient echo.
  void guessesFromTimes_data() {
    QTest::addColumn<double>("repetition");
    QTest::addColumn<double>("echo");
    QTest::addColumn<double>("inversion");
    QTest::addColumn<bool>("gradient");
    QTest::addColumn<QString>("expected");
    QTest::newRow("MPRAGE 3 T") << 2300.0 << 2.98 << 900.0 << true << "T1w";
    QTest::newRow("spin echo T1") << 550.0 << 12.0 << 0.0 << false << "T1w";
    QTest::newRow("2D FLAIR") << 9000.0 << 125.0 << 2500.0 << false << "FLAIR";
    QTest::newRow("3D FLAIR") << 5000.0 << 389.0 << 1800.0 << false << "FLAIR";
    QTest::newRow("T2 TSE") << 4500.0 << 100.0 << 0.0 << false << "T2w";
    QTest::newRow("3D T2") << 3200.0 << 410.0 << 0.0 << false << "T2w";
    QTest::newRow("PD") << 3000.0 << 14.0 << 0.0 << false << "PD";
    QTest::newRow("STIR 1.5 T") << 4000.0 << 60.0 << 150.0 << false << "STIR";
    QTest::newRow("T2* gradient echo") << 700.0 << 25.0 << 0.0 << true << "other";
  }
  void guessesFromTimes() {
    QFETCH(double, repetition);
    QFETCH(double, echo);
    QFETCH(double, inversion);
    QFETCH(bool, gradient);
    QFETCH(QString, expected);
    SequenceFacts facts;
    facts.repetitionTimeMs = repetition;
    facts.echoTimeMs = echo;
    facts.inversionTimeMs = inversion;
    facts.scanningSequence = {gradient ? "GR" : "SE"};
    const ContrastGuess guess = guessContrast(facts);
    QCOMPARE(QString::fromUtf8(nameOf(guess.contrast).data()), expected);
  }

  void partsDualEchoesByTime() {
    SequenceFacts facts;
    facts.seriesDescription = "pd+t2_tse_tra";
    facts.echoTimeMs = 12;
    QCOMPARE(guessContrast(facts).contrast, Contrast::ProtonDensity);
    facts.echoTimeMs = 97;
    QCOMPARE(guessContrast(facts).contrast, Contrast::T2w);
  }

  void tellsWhatSpeaksAgainst() {
    SequenceFacts facts;
    facts.seriesDescription = "t1 axial";
    facts.repetitionTimeMs = 4500;
    facts.echoTimeMs = 100;
    facts.scanningSequence = {"SE"};
    const ContrastGuess guess = guessContrast(facts);
    QCOMPARE(guess.contrast, Contrast::T1w);
    QVERIFY(guess.doubt.english().starts_with("its times look like T2w"));
    facts.contrastAgent = ContrastAgent::Given;
    facts.repetitionTimeMs = 550;
    facts.echoTimeMs = 12;
    QCOMPARE(guessContrast(facts).contrast, Contrast::T1wEnhanced);
    QVERIFY(guessContrast(facts).doubt.empty());
  }

  void admitsWhatItDoesNotKnow() {
    SequenceFacts facts;
    QCOMPARE(guessContrast(facts).contrast, Contrast::Other);
    facts.modality = "CT";
    facts.seriesDescription = "t1";
    QCOMPARE(guessContrast(facts).contrast, Contrast::Other);
    facts.modality = "MR";
    facts.imageType = {"DERIVED", "PRIMARY", "DIFFUSION", "ADC"};
    QCOMPARE(guessContrast(facts).contrast, Contrast::Other);
  }
};

QTEST_APPLESS_MAIN(TestContrast)
#include "tst_contrast.moc"
