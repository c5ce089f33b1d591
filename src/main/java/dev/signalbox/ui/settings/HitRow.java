package dev.signalbox.ui.settings;

/// A setting that fits what was typed.
///
/// @param page where it is
/// @param setting its id there
/// @param pageTitle said beside it, so that it is found without searching next time
record HitRow(String page, String setting, String pageTitle, String title, String explanation) {

    /// As a screen reader tells it.
    String words() {
        return title + ", on the page " + pageTitle + ". " + explanation;
    }
}
