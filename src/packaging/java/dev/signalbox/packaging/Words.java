package dev.signalbox.packaging;

/// What every installer says of the program.
final class Words {

    static final String VENDOR = "Signalbox contributors";
    static final String DESCRIPTION = "A desktop release-control console";
    static final String COPYRIGHT = "Signalbox contributors, Apache-2.0";

    private Words() {}
}
