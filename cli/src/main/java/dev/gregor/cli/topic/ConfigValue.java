package dev.gregor.cli.topic;

/**
 * One config of a topic.
 *
 * @param isDefault whether the value is Kafka's own default, set neither for the topic nor for the broker
 * @param isOverride whether the topic itself sets it
 */
record ConfigValue(String name, String value, boolean isDefault, boolean isOverride) {}
