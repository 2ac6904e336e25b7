#pragma once

#include <facet/core/result.h>

#include <cstdint>

namespace facet::analytics {

/// Events per person-year with a confidence interval.
struct Rate {
  std::int64_t events = 0;
  double personYears = 0;
  double rate = 0;  ///< per year
  double lower = 0; ///< per year
  double upper = 0; ///< per year
};

/// The rate with its exact (Garwood) interval, as R's poisson.test gives it.
/// Errors: InvalidInput for negative events, person-years that are not positive and finite, or a level outside 0 … 1.
/// Source: Garwood, Biometrika 1936;28:437.
[[nodiscard]] Result<Rate> exactPoissonRate(std::int64_t events, double personYears, double level = 0.95);

/// The regularised lower incomplete gamma function P(shape, x), for shape > 0 and x ≥ 0.
/// Source: NIST Digital Library of Mathematical Functions, 8.7.1 (series) and 8.9.2 (continued fraction).
[[nodiscard]] double gammaP(double shape, double x);

/// The x with P(shape, x) = probability, for shape > 0 and probability from 0 (included) to 1 (excluded).
[[nodiscard]] double gammaQuantile(double shape, double probability);

} // namespace facet::analytics
