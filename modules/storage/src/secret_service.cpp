#include "secret_service.h"

#include "hex.h"

#include <libsecret/secret.h>
#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string_view>

namespace facet::storage {
namespace {

constexpr const char* kService = "org.freedesktop.secrets";
/// How long a person may take to unlock the keyring.
constexpr std::chrono::milliseconds kPersonPatience = std::chrono::minutes(2);

const SecretSchema kSchema = {"facet.cache",
                              SECRET_SCHEMA_NONE,
                              {{"cache", SECRET_SCHEMA_ATTRIBUTE_STRING}, {nullptr, SECRET_SCHEMA_ATTRIBUTE_STRING}},
                              0,
                              nullptr,
                              nullptr,
                              nullptr,
                              nullptr,
                              nullptr,
                              nullptr,
                              nullptr};

template <auto Free>
struct FreeBy {
  template <class T>
  void operator()(T* thing) const {
    Free(thing);
  }
};
template <class T>
using ObjectPtr = std::unique_ptr<T, FreeBy<g_object_unref>>;
using VariantPtr = std::unique_ptr<GVariant, FreeBy<g_variant_unref>>;
using ErrorPtr = std::unique_ptr<GError, FreeBy<g_error_free>>;

std::string environment(const char* name) {
  // The program sets no environment variables after its start.
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

/// Asked before GIO is, which would start a bus of its own where there is none.
bool hasSessionBus() {
  if (!environment("DBUS_SESSION_BUS_ADDRESS").empty()) {
    return true;
  }
  const std::string folder = environment("XDG_RUNTIME_DIR");
  std::error_code ignored;
  return !folder.empty() && std::filesystem::is_socket(std::filesystem::path(folder) / "bus", ignored);
}

bool hasDisplay() {
  return !environment("DISPLAY").empty() || !environment("WAYLAND_DISPLAY").empty();
}

/// One call that ends by an answer or by the end of the patience.
class Call {
public:
  explicit Call(std::chrono::milliseconds patience)
      : m_context(g_main_context_new())
      , m_cancellable(g_cancellable_new()) {
    g_main_context_push_thread_default(m_context);
    GSource* timer = g_timeout_source_new(static_cast<guint>(patience.count()));
    g_source_set_callback(
        timer,
        [](gpointer self) -> gboolean {
          static_cast<Call*>(self)->m_late = true;
          g_cancellable_cancel(static_cast<Call*>(self)->m_cancellable.get());
          return G_SOURCE_REMOVE;
        },
        this, nullptr);
    g_source_attach(timer, m_context);
    m_timer = timer;
  }
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
  ~Call() {
    g_source_destroy(m_timer);
    g_source_unref(m_timer);
    g_main_context_pop_thread_default(m_context);
    g_main_context_unref(m_context);
  }

  [[nodiscard]] GCancellable* cancellable() const { return m_cancellable.get(); }
  static void ready(GObject*, GAsyncResult* result, gpointer self) {
    static_cast<Call*>(self)->m_result.reset(static_cast<GAsyncResult*>(g_object_ref(result)));
  }
  [[nodiscard]] GAsyncResult* wait() {
    while (!m_result) {
      g_main_context_iteration(m_context, TRUE);
    }
    return m_result.get();
  }
  [[nodiscard]] bool late() const { return m_late; }

private:
  GMainContext* m_context;
  ObjectPtr<GCancellable> m_cancellable;
  GSource* m_timer = nullptr;
  ObjectPtr<GAsyncResult> m_result;
  bool m_late = false;
};

Error noService() {
  return {ErrorCode::Unsupported, {}, FACET_TEXT("storage", "no secret service answers")};
}

/// Whether the bus answers a question about the service's name with yes.
bool busSays(GDBusConnection* bus, const char* method, GVariant* arguments, std::chrono::milliseconds patience) {
  Call call(patience);
  g_dbus_connection_call(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                         arguments, nullptr, G_DBUS_CALL_FLAGS_NONE, -1, call.cancellable(), Call::ready, &call);
  const VariantPtr answer(g_dbus_connection_call_finish(bus, call.wait(), nullptr));
  if (!answer) {
    return false;
  }
  if (g_variant_is_of_type(answer.get(), G_VARIANT_TYPE("(b)")) != 0) {
    gboolean yes = FALSE;
    g_variant_get(answer.get(), "(b)", &yes);
    return yes != 0;
  }
  const VariantPtr names(g_variant_get_child_value(answer.get(), 0));
  for (gsize i = 0; i < g_variant_n_children(names.get()); ++i) {
    const VariantPtr name(g_variant_get_child_value(names.get(), i));
    if (std::string_view(g_variant_get_string(name.get(), nullptr)) == kService) {
      return true;
    }
  }
  return false;
}

bool serviceAnswers(std::chrono::milliseconds patience) {
  if (!hasSessionBus()) {
    return false;
  }
  const std::unique_ptr<gchar, FreeBy<g_free>> address(
      g_dbus_address_get_for_bus_sync(G_BUS_TYPE_SESSION, nullptr, nullptr));
  if (!address) {
    return false;
  }
  // A connection of its own: GIO would hand out the shared one again even when it has failed.
  ObjectPtr<GDBusConnection> bus;
  {
    Call call(patience);
    g_dbus_connection_new_for_address(address.get(),
                                      static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                                        G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
                                      nullptr, call.cancellable(), Call::ready, &call);
    bus.reset(g_dbus_connection_new_for_address_finish(call.wait(), nullptr));
  }
  if (!bus || !(busSays(bus.get(), "NameHasOwner", g_variant_new("(s)", kService), patience) ||
                busSays(bus.get(), "ListActivatableNames", nullptr, patience))) {
    return false;
  }
  // libsecret uses the shared connection, which would end the program when the bus goes away.
  Call call(patience);
  g_bus_get(G_BUS_TYPE_SESSION, call.cancellable(), Call::ready, &call);
  const ObjectPtr<GDBusConnection> shared(g_bus_get_finish(call.wait(), nullptr));
  if (shared) {
    g_dbus_connection_set_exit_on_close(shared.get(), FALSE);
  }
  return shared != nullptr;
}

std::chrono::milliseconds patienceOfCall(std::chrono::milliseconds patience) {
  return hasDisplay() ? std::max(patience, kPersonPatience) : patience;
}

Error failure(const GError* error, const Call& call) {
  if (call.late()) {
    return noService();
  }
  return {ErrorCode::Unauthorized,
          {},
          FACET_TEXT("storage", "the secret service refuses: %1").with(error != nullptr ? error->message : "?")};
}

} // namespace

Result<SecretKey> findSecret(const std::string& id, std::chrono::milliseconds patience) {
  if (!serviceAnswers(patience)) {
    return noService();
  }
  Call call(patienceOfCall(patience));
  secret_password_lookup(&kSchema, call.cancellable(), Call::ready, &call, "cache", id.c_str(), nullptr);
  GError* raw = nullptr;
  const std::unique_ptr<gchar, FreeBy<secret_password_free>> text(
      secret_password_lookup_nonpageable_finish(call.wait(), &raw));
  const ErrorPtr error(raw);
  if (error) {
    return failure(error.get(), call);
  }
  if (!text) {
    return Error{ErrorCode::NotFound, {}, FACET_TEXT("storage", "the secret service has no key for this cache")};
  }
  return SecretKey::fromHex(text.get());
}

Result<void> keepSecret(const std::string& id, const std::string& label, const SecretKey& secret,
                        std::chrono::milliseconds patience) {
  if (!serviceAnswers(patience)) {
    return noService();
  }
  {
    Call call(patienceOfCall(patience));
    std::string text = toHex(secret.bytes());
    secret_password_store(&kSchema, SECRET_COLLECTION_DEFAULT, label.c_str(), text.c_str(), call.cancellable(),
                          Call::ready, &call, "cache", id.c_str(), nullptr);
    GAsyncResult* result = call.wait();
    sodium_memzero(text.data(), text.size());
    GError* raw = nullptr;
    const bool stored = secret_password_store_finish(result, &raw) != 0;
    const ErrorPtr error(raw);
    if (!stored) {
      return failure(error.get(), call);
    }
  }
  // Some services say yes and keep nothing.
  const auto kept = findSecret(id, patience);
  if (!kept || !(*kept == secret)) {
    return Error{ErrorCode::Corrupt, {}, FACET_TEXT("storage", "the secret service did not keep the key")};
  }
  return {};
}

Result<void> forgetSecret(const std::string& id, std::chrono::milliseconds patience) {
  if (!serviceAnswers(patience)) {
    return noService();
  }
  Call call(patienceOfCall(patience));
  secret_password_clear(&kSchema, call.cancellable(), Call::ready, &call, "cache", id.c_str(), nullptr);
  GError* raw = nullptr;
  const bool cleared = secret_password_clear_finish(call.wait(), &raw) != 0;
  const ErrorPtr error(raw);
  if (error) {
    return failure(error.get(), call);
  }
  if (!cleared) {
    return Error{ErrorCode::NotFound, {}, FACET_TEXT("storage", "the secret service has no key for this cache")};
  }
  return {};
}

} // namespace facet::storage
