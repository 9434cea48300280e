"""Carries the lines of a file with confluent-kafka (librdkafka):

confluent_text.py produce HOST:PORT TOPIC CODEC FILE
confluent_text.py consume HOST:PORT TOPIC COUNT FILE GROUP
"""

import sys

from confluent_kafka import Consumer, KafkaException, Producer


def produce(bootstrap, topic, codec, path):
    failures = []
    producer = Producer(
        {
            "bootstrap.servers": bootstrap,
            "enable.idempotence": True,
            "compression.type": codec,
            "linger.ms": 5,
        }
    )

    def on_delivery(error, _message):
        if error is not None:
            failures.append(error)

    with open(path, "rb") as lines:
        for line in lines:
            while True:
                try:
                    producer.produce(topic, line.rstrip(b"\n"), partition=0, on_delivery=on_delivery)
                    break
                except BufferError:
                    producer.poll(0.1)
            producer.poll(0)
    remaining = producer.flush(120)
    if failures or remaining:
        sys.exit(f"{remaining} not delivered, {len(failures)} failed: {failures[:3]}")


def consume(bootstrap, topic, count, path, group):
    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": group, "auto.offset.reset": "earliest"})
    consumer.subscribe([topic])
    with open(path, "wb") as out:
        seen = 0
        while seen < count:
            messages = consumer.consume(10_000, timeout=1.0)
            for message in messages:
                if message.error() is not None:
                    raise KafkaException(message.error())
                out.write(message.value())
                out.write(b"\n")
            seen += len(messages)
    consumer.commit(asynchronous=False)
    consumer.close()


if __name__ == "__main__":
    if sys.argv[1] == "produce":
        produce(*sys.argv[2:6])
    else:
        consume(sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5], sys.argv[6])
