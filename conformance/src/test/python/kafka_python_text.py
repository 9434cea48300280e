"""Carries the lines of a file with kafka-python, which is all Python:

kafka_python_text.py produce HOST:PORT TOPIC CODEC FILE
kafka_python_text.py consume HOST:PORT TOPIC COUNT FILE GROUP
"""

import sys

from kafka import KafkaConsumer, KafkaProducer


def produce(bootstrap, topic, codec, path):
    producer = KafkaProducer(
        bootstrap_servers=bootstrap,
        acks="all",
        compression_type=None if codec == "none" else codec,
        linger_ms=5,
        max_in_flight_requests_per_connection=1,
    )
    with open(path, "rb") as lines:
        futures = [producer.send(topic, line.rstrip(b"\n"), partition=0) for line in lines]
    producer.flush(timeout=120)
    for future in futures:
        future.get(timeout=0)
    producer.close()


def consume(bootstrap, topic, count, path, group):
    consumer = KafkaConsumer(
        topic, bootstrap_servers=bootstrap, group_id=group, auto_offset_reset="earliest", consumer_timeout_ms=30_000
    )
    seen = 0
    with open(path, "wb") as out:
        for message in consumer:
            out.write(message.value)
            out.write(b"\n")
            seen += 1
            if seen == count:
                break
    consumer.commit()
    consumer.close()
    if seen != count:
        sys.exit(f"{seen} of {count} records")


if __name__ == "__main__":
    if sys.argv[1] == "produce":
        produce(*sys.argv[2:6])
    else:
        consume(sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5], sys.argv[6])
