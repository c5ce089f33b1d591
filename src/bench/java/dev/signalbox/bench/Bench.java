package dev.signalbox.bench;

/// One measurement. Add a class `…Bench` to this package and to the list in [Benches].
interface Bench {

    /// What is measured, in words with dots, as in `rollback.click-to-wire`; stays the same over the years.
    String name();

    /// Measures once, warm-up included, and compares with a baseline taken in the same run on the same machine.
    ///
    /// @param effort how often to repeat; a quick run of all benches together ends within ten minutes
    Measurement run(Effort effort) throws Exception;
}
