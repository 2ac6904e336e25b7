#include "cache_fixture.h"
#include "secret_service.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

#include <cstdio>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace facet;
using namespace facet::storage;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 300ms;

/// What runs inside a session with a keyring of its own; returns what went wrong.
std::string useKeyring() {
  const SecretKey secret = SecretKey::random();
  // The keyring may still be on its way to the bus.
  QElapsedTimer timer;
  timer.start();
  while (timer.elapsed() < 10000 && findSecret("0123", 5s).error().code == ErrorCode::Unsupported) {
  }
  if (findSecret("0123", 5s).error().code != ErrorCode::NotFound) {
    return "a key was there before: " + describe(findSecret("0123", 5s).error());
  }
  if (const auto kept = keepSecret("0123", "test", secret, 5s); !kept) {
    return "not kept: " + describe(kept.error());
  }
  if (!keepSecret("4567", "test", SecretKey::random(), 5s) || !(*findSecret("0123", 5s) == secret)) {
    return "not the same key";
  }
  if (!forgetSecret("0123", 5s) || findSecret("0123", 5s).error().code != ErrorCode::NotFound ||
      forgetSecret("0123", 5s).error().code != ErrorCode::NotFound) {
    return "not forgotten";
  }

  CacheFixture fixture;
  CacheOptions options;
  options.ifAbsent = IfAbsent::MakeProtected;
  if (const auto made = Cache::open(fixture.folder(), options, fixture.clock()); !made) {
    return "no cache: " + describe(made.error());
  }
  const auto status = inspectCache(fixture.folder());
  if (status->protections != std::vector{Protection::SecretService}) {
    return "not protected by the secret service";
  }
  if (!Cache::open(fixture.folder(), options, fixture.clock())) {
    return "does not open again";
  }
  options.keys.secretService = SecretServiceUse::Never;
  const auto without = Cache::open(fixture.folder(), options, fixture.clock());
  if (without || without.error().code != ErrorCode::Unauthorized) {
    return "opens without its key";
  }
  return {};
}

} // namespace

class TestSecretService : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void withoutASessionBus() {
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(findSecret("0123", 10s).error().code, ErrorCode::Unsupported);
    QCOMPARE(keepSecret("0123", "test", SecretKey::random(), 10s).error().code, ErrorCode::Unsupported);
    QVERIFY(timer.elapsed() < 100);
  }

  void withABusThatIsGone() {
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(findSecret("0123", 10s).error().code, ErrorCode::Unsupported);
    QVERIFY(timer.elapsed() < 1000);
  }

  void withABusThatSaysNothing() {
    const ScratchFolder folder;
    const std::string path = (folder / "bus").string();
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(path.begin(), path.end(), address.sun_path);
    QCOMPARE(::bind(server, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    QCOMPARE(::listen(server, 4), 0);
    qputenv("DBUS_SESSION_BUS_ADDRESS", QByteArray("unix:path=") + path.c_str());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(findSecret("0123", kPatience).error().code, ErrorCode::Unsupported);
    QVERIFY(timer.elapsed() >= 250 && timer.elapsed() < 2000);
    ::close(server);

    // A cache that needs it says so instead of waiting.
    CacheFixture fixture;
    CacheOptions options;
    options.keys.servicePatience = kPatience;
    options.ifAbsent = IfAbsent::MakeProtected;
    QCOMPARE(Cache::open(fixture.folder(), options, fixture.clock()).error().code, ErrorCode::Unauthorized);
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
  }

  void withoutAService() { run("exec \"$0\" --expect-none"); }

  void withAKeyring() {
    if (QStandardPaths::findExecutable("gnome-keyring-daemon").isEmpty()) {
      QSKIP("gnome-keyring is not installed");
    }
    run("printf pass | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 & daemon=$!;"
        "\"$0\" --use-keyring; result=$?; kill $daemon; exit $result");
  }

private:
  /// A shell script in a session bus of its own; $0 is this program.
  static void run(const QString& script) {
    if (QStandardPaths::findExecutable("dbus-run-session").isEmpty()) {
      QSKIP("dbus-run-session is not installed");
    }
    const ScratchFolder home;
    // No other service may be started by name.
    setFileBytes(home / "bus.conf", "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                                    "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                                    "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("HOME", home.path().c_str());
    environment.insert("XDG_RUNTIME_DIR", home.path().c_str());
    environment.insert("XDG_DATA_HOME", (home / "data").c_str());
    environment.remove("DISPLAY");
    environment.remove("WAYLAND_DISPLAY");
    process.setProcessEnvironment(environment);
    process.start("dbus-run-session", {"--config-file", (home / "bus.conf").c_str(), "--", "sh", "-c", script,
                                       QString::fromStdString(fs::read_symlink("/proc/self/exe").string())});
    QVERIFY(process.waitForFinished(30000));
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
             (process.readAllStandardOutput() + process.readAllStandardError()).constData());
  }
};

int main(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  if (mode == "--use-keyring" || mode == "--expect-none") {
    const std::string wrong = mode == "--use-keyring" ? useKeyring()
                              : findSecret("0123", 5s).error().code == ErrorCode::Unsupported
                                  ? std::string()
                                  : std::string("a service answers");
    std::fputs(wrong.c_str(), stderr);
    return wrong.empty() ? 0 : 1;
  }
  const QCoreApplication app(argc, argv);
  TestSecretService test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_secret_service.moc"
