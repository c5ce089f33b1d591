/// Signing in to the practice CI providers with a code that is typed into a browser.
@NullMarked
package dev.signalbox.practice.signin;

import org.jspecify.annotations.NullMarked;
