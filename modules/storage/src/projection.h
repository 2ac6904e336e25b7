#pragma once

#include "database.h"

#include <facet/clinical/fhir.h>

#include <map>
#include <string>

namespace facet::storage {

/// Keys of texts that repeat, made when they come first. Errors: as for statements.
class Terms {
public:
  static Result<Terms> prepare(Database& database, const char* find, const char* add);
  Result<std::int64_t> keyOf(const std::string& text);
  /// Forgets keys that were made in a transaction that is rolled back.
  void forget() { m_known.clear(); }

private:
  Database* m_database = nullptr;
  Statement m_find;
  Statement m_add;
  std::map<std::string, std::int64_t, std::less<>> m_known;
};

/// Writes the rows that are made from a record. They go with their row of `resource`.
class Projection {
public:
  /// The version of the rows; goes up when they are made otherwise.
  static constexpr int kVersion = 1;

  /// `terms` and `subjects` must outlive it.
  static Result<Projection> prepare(Database& database, Terms& terms, Terms& subjects);

  /// `subject` is nothing for a cohort.
  Result<void> insert(std::int64_t resource, std::optional<std::int64_t> subject, const clinical::Record& record);

private:
  Result<void> write(const clinical::Person& person);
  Result<void> write(const clinical::Onset& onset);
  Result<void> write(const clinical::Phase& phase);
  Result<void> write(const clinical::Visit& visit);
  Result<void> write(const clinical::Relapse& relapse);
  Result<void> write(const clinical::Treatment& treatment);
  Result<void> write(const clinical::Administration& administration);
  Result<void> write(const clinical::AdverseEvent& event);
  Result<void> write(const clinical::Measurement& measurement);
  Result<void> write(const clinical::Finding& finding);
  Result<void> write(const clinical::Pregnancy& pregnancy);
  Result<void> write(const clinical::MriExam& exam);
  Result<void> write(const clinical::Cohort& cohort);
  /// The statement of a kind with resource and subject bound.
  Statement& statementFor(std::size_t kind);

  Terms* m_terms = nullptr;
  Terms* m_subjects = nullptr;
  std::vector<Statement> m_insert; ///< by the order of clinical::Record
  Statement m_system;
  Statement m_region;
  Statement m_member;
  std::int64_t m_resource = 0;
  std::optional<std::int64_t> m_subject;
};

/// A day as it is kept.
[[nodiscard]] std::int64_t daysOf(Day day);

} // namespace facet::storage
