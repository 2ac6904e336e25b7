#pragma once

#include "../support/sample_people.h"

#include <facet/gui/appearance.h>
#include <facet/gui/main_window.h>
#include <facet/gui/notices.h>
#include <facet/workspace/cursors.h>
#include <facet/workspace/language.h>
#include <facet/workspace/open_cache.h>
#include <facet/workspace/patient_list.h>
#include <facet/workspace/settings.h>
#include <facet/workspace/texts.h>

#include <QtTest>

/// Nobody is there to answer.
struct NoAnswers final : facet::workspace::Questions {
  void passphrase(facet::storage::PassphraseQuestion, int, PassphraseAnswer answer) override {
    answer(facet::cancelledError());
  }
  void publisher(const facet::clinical::ReleaseManifest&, const facet::storage::PublicKey&,
                 KeyAnswered answer) override {
    answer(facet::sync::KeyAnswer::Refuse);
  }
};

/// Everything that a window stands on, in memory, with the sample patient as the only one.
struct Desk {
  facet::workspace::ApplicationLanguage language;
  facet::workspace::Theme theme{facet::workspace::ThemeMode::Dark};
  facet::workspace::Settings settings{facet::workspace::memorySettings()};
  facet::workspace::JobRunner jobs;
  NoAnswers nobody;
  facet::FixedClock clock{facet::Instant{}};
  facet::workspace::OpenCache data{jobs, nobody, clock, {}};
  facet::workspace::Patient person = samplePatient(); ///< who can be opened
  facet::workspace::PatientList patients{jobs, [](facet::Progress&) -> facet::Result<facet::workspace::PatientRows> {
                                           const facet::workspace::Patient patient = samplePatient();
                                           facet::workspace::PatientRows rows;
                                           rows.dataDay = patient.dataDay;
                                           rows.rows = samplePeople(199);
                                           facet::workspace::fillWords(rows, facet::workspace::Texts());
                                           return rows;
                                         }};
  facet::workspace::Session session{
      jobs, [this](const std::string& id, facet::Progress&) -> facet::Result<facet::workspace::Patient> {
        if (id != person.record.person.id) {
          return facet::Error{facet::ErrorCode::NotFound, id, FACET_TEXT("test", "is not in this copy")};
        }
        return person;
      }};
  facet::workspace::TimeCursor time;
  facet::workspace::AnatomyCursor place;
  facet::workspace::Navigator navigator{session, time, facet::workspace::PageId::Patients};
  facet::gui::Notices notices;
  facet::workspace::VolumeReader volumes = [](const facet::storage::StoredImage& image,
                                              facet::Progress&) -> facet::Result<facet::imaging::Volume> {
    return facet::Error{facet::ErrorCode::NotFound, image.name, FACET_TEXT("test", "is not in this copy")};
  };

  explicit Desk(const char* code = "en") {
    (void)language.set(QLatin1String(code)).ok();
    facet::gui::applyTheme(theme);
  }

  facet::gui::PageContext context() {
    return {theme, settings, jobs, patients, session, navigator, time, place, notices, volumes, data};
  }

  void openSample() {
    session.open(QString::fromStdString(person.record.person.id));
    QTRY_VERIFY(session.patient() != nullptr);
  }
};
