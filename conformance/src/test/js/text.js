'use strict';
// Carries the lines of a file with kafkajs:
//   node text.js produce HOST:PORT TOPIC CODEC FILE
//   node text.js consume HOST:PORT TOPIC COUNT FILE GROUP
const fs = require('node:fs');
const readline = require('node:readline');
const { Kafka, CompressionTypes, CompressionCodecs, logLevel } = require('kafkajs');

const XERIAL = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);

function snappy() {
  const { compress, uncompress } = require('snappyjs');
  return {
    compress: async (encoder) => Buffer.from(compress(encoder.buffer)),
    // Java's clients write snappy in blocks of their own framing: a header of 16 bytes, then length and block.
    decompress: async (buffer) => {
      if (!buffer.subarray(0, XERIAL.length).equals(XERIAL)) return Buffer.from(uncompress(buffer));
      const blocks = [];
      for (let at = 16; at < buffer.length; ) {
        const length = buffer.readInt32BE(at);
        blocks.push(Buffer.from(uncompress(buffer.subarray(at + 4, at + 4 + length))));
        at += 4 + length;
      }
      return Buffer.concat(blocks);
    },
  };
}

function lz4() {
  const { compress, decompress } = require('lz4js');
  const { hash } = require('lz4js/xxh32');
  return {
    // Kafka reads independent blocks only. Ours is a single one, but lz4js does not say so in its frame.
    compress: async (encoder) => {
      const frame = Buffer.from(compress(encoder.buffer));
      frame[4] |= 0x20;
      frame[6] = (hash(0, frame, 4, 2) >> 8) & 0xff;
      return frame;
    },
    decompress: async (buffer) => Buffer.from(decompress(buffer)),
  };
}

function zstd() {
  const simple = new Promise((resolve) => require('zstd-codec').ZstdCodec.run((z) => resolve(new z.Simple())));
  return {
    compress: async (encoder) => Buffer.from((await simple).compress(encoder.buffer)),
    decompress: async (buffer) => Buffer.from((await simple).decompress(buffer)),
  };
}

CompressionCodecs[CompressionTypes.Snappy] = snappy;
CompressionCodecs[CompressionTypes.LZ4] = lz4;
CompressionCodecs[CompressionTypes.ZSTD] = zstd;

const CODECS = {
  none: CompressionTypes.None,
  gzip: CompressionTypes.GZIP,
  snappy: CompressionTypes.Snappy,
  lz4: CompressionTypes.LZ4,
  zstd: CompressionTypes.ZSTD,
};
const BATCH_BYTES = 500_000;

async function produce(kafka, topic, codec, file) {
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  let messages = [];
  let size = 0;
  const flush = async () => {
    if (messages.length > 0) await producer.send({ topic, acks: -1, compression: CODECS[codec], messages });
    messages = [];
    size = 0;
  };
  for await (const line of readline.createInterface({ input: fs.createReadStream(file), crlfDelay: Infinity })) {
    messages.push({ value: line, partition: 0 });
    size += line.length;
    if (size >= BATCH_BYTES) await flush();
  }
  await flush();
  await producer.disconnect();
}

async function consume(kafka, topic, count, file, groupId) {
  const out = fs.createWriteStream(file);
  const consumer = kafka.consumer({ groupId });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  let seen = 0;
  await new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, (event) => reject(event.payload.error));
    consumer
      .run({
        eachBatchAutoResolve: true,
        eachBatch: async ({ batch }) => {
          for (const message of batch.messages) {
            out.write(message.value);
            out.write('\n');
          }
          seen += batch.messages.length;
          if (seen >= count) setImmediate(resolve);
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  await new Promise((resolve) => out.end(resolve));
}

const [verb, broker, topic, third, file, group] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'conformance', brokers: [broker], logLevel: logLevel.ERROR });
(verb === 'produce' ? produce(kafka, topic, third, file) : consume(kafka, topic, Number(third), file, group))
  .then(() => process.exit(0))
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
