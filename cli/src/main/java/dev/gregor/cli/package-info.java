/** placeholder */
package dev.gregor.cli;
