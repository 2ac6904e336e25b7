# Every library that a module may link, found once. Modules name the targets given here.
find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network Svg Test LinguistTools)
find_package(PkgConfig REQUIRED)
