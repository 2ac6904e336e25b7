<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>charts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::gui::JobsButton</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::gui::PassphraseDialog</name>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::gui::PatientsPage</name>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace</name>
    <message numerus="yes">
        <source>%n new T2 lesion(s)</source>
        <translation>
            <numerusform>%n new T2 lesion</numerusform>
            <numerusform>%n new T2 lesions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enlarging</source>
        <comment>T2 lesions</comment>
        <translation>
            <numerusform>%n enlarging</numerusform>
            <numerusform>%n enlarging</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enhancing</source>
        <comment>lesions</comment>
        <translation>
            <numerusform>%n enhancing</numerusform>
            <numerusform>%n enhancing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pseudo-relapse(s) not counted</source>
        <translation>
            <numerusform>%n pseudo-relapse not counted</numerusform>
            <numerusform>%n pseudo-relapses not counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s) of %1</source>
        <translation>
            <numerusform>%n dose of %1</numerusform>
            <numerusform>%n doses of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relapse(s)</source>
        <translation>
            <numerusform>%n relapse</numerusform>
            <numerusform>%n relapses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side effect(s)</source>
        <translation>
            <numerusform>%n side effect</numerusform>
            <numerusform>%n side effects</numerusform>
        </translation>
    </message>
</context>
</TS>
