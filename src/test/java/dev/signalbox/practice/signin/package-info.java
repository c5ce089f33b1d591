/// Tests of signing in to the practice CI providers.
@NullMarked
package dev.signalbox.practice.signin;

import org.jspecify.annotations.NullMarked;
