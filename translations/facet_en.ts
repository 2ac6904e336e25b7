<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>app</name>
    <message numerus="yes">
        <source>%n record(s) or file(s) not taken.</source>
        <translation>
            <numerusform>%n record or file not taken.</numerusform>
            <numerusform>%n records or files not taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) imported.</source>
        <translation>
            <numerusform>%n image imported.</numerusform>
            <numerusform>%n images imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or series not taken.</source>
        <translation>
            <numerusform>%n file or series not taken.</numerusform>
            <numerusform>%n files or series not taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s) in it belong to no treatment on record.</source>
        <translation>
            <numerusform>%n dose in it belongs to no treatment on record.</numerusform>
            <numerusform>%n doses in it belong to no treatment on record.</numerusform>
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
    <name>facet::gui::LesionPanel</name>
    <message numerus="yes">
        <source>%n lesion(s)</source>
        <translation>
            <numerusform>%n lesion</numerusform>
            <numerusform>%n lesions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n component</numerusform>
            <numerusform>%n components</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noise of this pair: borders ± %1 mm, measured on %n lesion(s) seen at both scans.</source>
        <translation>
            <numerusform>Noise of this pair: borders ± %1 mm, measured on %n lesion seen at both scans.</numerusform>
            <numerusform>Noise of this pair: borders ± %1 mm, measured on %n lesions seen at both scans.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Longest diameter %1 mm · %n part(s)</source>
        <translation>
            <numerusform>Longest diameter %1 mm · %n part</numerusform>
            <numerusform>Longest diameter %1 mm · %n parts</numerusform>
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
    <name>facet::gui::ReportPage</name>
    <message numerus="yes">
        <source>Last %n years</source>
        <translation>
            <numerusform>Last %n year</numerusform>
            <numerusform>Last %n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::gui::SceneView</name>
    <message numerus="yes">
        <source>%n lesion(s) no longer visible left out: the scans are not registered</source>
        <translation>
            <numerusform>%n lesion no longer visible left out: the scans are not registered</numerusform>
            <numerusform>%n lesions no longer visible left out: the scans are not registered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::gui::SyncPage</name>
    <message numerus="yes">
        <source>%n record(s) or file(s) with the reason; the rest was taken.</source>
        <translation>
            <numerusform>%n record or file with the reason; the rest was taken.</numerusform>
            <numerusform>%n records or files with the reason; the rest was taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::gui::VisitBar</name>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>%n day earlier</numerusform>
            <numerusform>%n days earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) on the file</source>
        <translation>
            <numerusform>%n note on the file</numerusform>
            <numerusform>%n notes on the file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reporting</name>
    <message numerus="yes">
        <source>The last %n year(s)</source>
        <translation>
            <numerusform>The last %n year</numerusform>
            <numerusform>The last %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) dated after the day of the data is (are) left out.</source>
        <translation>
            <numerusform>%n visit dated after the day of the data is left out.</numerusform>
            <numerusform>%n visits dated after the day of the data are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2; %3): %n lesion(s), %4 connected part(s).</source>
        <translation>
            <numerusform>%1 (%2; %3): %n lesion, %4 connected parts.</numerusform>
            <numerusform>%1 (%2; %3): %n lesions, %4 connected parts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The earlier slice was found by where %n lesion(s) seen at both scans lie; both are shown as acquired, so that the head may be tilted differently.</source>
        <translation>
            <numerusform>The earlier slice was found by where %n lesion seen at both scans lies; both are shown as acquired, so that the head may be tilted differently.</numerusform>
            <numerusform>The earlier slice was found by where %n lesions seen at both scans lie; both are shown as acquired, so that the head may be tilted differently.</numerusform>
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
    <message numerus="yes">
        <source>%n span(s) the switch</source>
        <translation>
            <numerusform>%n spans the switch</numerusform>
            <numerusform>%n span the switch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n interval(s)</source>
        <translation>
            <numerusform>%1 in %n interval</numerusform>
            <numerusform>%1 in %n intervals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interval(s) that share time, not summed</source>
        <translation>
            <numerusform>%n interval that shares time, not summed</numerusform>
            <numerusform>%n intervals that share time, not summed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n scan</numerusform>
            <numerusform>%n scans</numerusform>
        </translation>
    </message>
</context>
</TS>
