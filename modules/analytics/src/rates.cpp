#include <facet/analytics/rates.h>

#include <cmath>
#include <limits>

namespace facet::analytics {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

/// x^shape e^-x / Γ(shape), the factor that both forms share.
double prefactor(double shape, double x) {
  return std::exp(shape * std::log(x) - x - std::lgamma(shape));
}

double bySeries(double shape, double x) {
  double term = 1 / shape;
  double sum = term;
  for (double n = shape + 1; term > sum * kEpsilon; ++n) {
    term *= x / n;
    sum += term;
  }
  return prefactor(shape, x) * sum;
}

/// The upper function by Lentz's method.
double upperByFraction(double shape, double x) {
  constexpr double tiny = std::numeric_limits<double>::min() / kEpsilon;
  double b = x + 1 - shape;
  double c = 1 / tiny;
  double d = 1 / b;
  double h = d;
  for (int i = 1; i < 100000; ++i) {
    const double a = -i * (i - shape);
    b += 2;
    d = a * d + b;
    d = 1 / (std::abs(d) < tiny ? tiny : d);
    c = b + a / c;
    c = std::abs(c) < tiny ? tiny : c;
    h *= c * d;
    if (std::abs(c * d - 1) < kEpsilon) {
      break;
    }
  }
  return prefactor(shape, x) * h;
}

} // namespace

double gammaP(double shape, double x) {
  if (x <= 0) {
    return 0;
  }
  return x < shape + 1 ? bySeries(shape, x) : 1 - upperByFraction(shape, x);
}

double gammaQuantile(double shape, double probability) {
  if (probability <= 0) {
    return 0;
  }
  double low = 0;
  double high = shape + 1;
  while (gammaP(shape, high) < probability) {
    low = high;
    high *= 2;
  }
  while (high - low > 2 * kEpsilon * high) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) {
      break;
    }
    (gammaP(shape, middle) < probability ? low : high) = middle;
  }
  return low + (high - low) / 2;
}

Result<Rate> exactPoissonRate(std::int64_t events, double personYears, double level) {
  if (events < 0 || !(personYears > 0) || !std::isfinite(personYears) || !(level > 0 && level < 1)) {
    return Error{ErrorCode::InvalidInput,
                 {},
                 FACET_TEXT("analytics", "a rate needs a count, a positive time and a level between 0 and 1")};
  }
  const double tail = (1 - level) / 2;
  const auto n = static_cast<double>(events);
  return Rate{events, personYears, n / personYears, events == 0 ? 0 : gammaQuantile(n, tail) / personYears,
              gammaQuantile(n + 1, 1 - tail) / personYears};
}

} // namespace facet::analytics
