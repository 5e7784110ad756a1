// node test/support/demo-arms.mjs: draws the arms of the demo council, content/certificates/demo-arms.png. Invented, and
// ours to give away as the rest of the project is (MIT): a moor below a gold sun, with a river, on a field of cream.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { PNG } from 'pngjs';

const [WIDTH, HEIGHT] = [480, 580];
const [INK, GOLD, CREAM, WATER] = ['#14403c', '#a5833b', '#f7efd9', '#dfe9ea'];

const canvas = createCanvas(WIDTH, HEIGHT);
const pen = canvas.getContext('2d');

const shield = () => {
  pen.beginPath();
  pen.moveTo(20, 20);
  pen.lineTo(WIDTH - 20, 20);
  pen.lineTo(WIDTH - 20, 300);
  pen.bezierCurveTo(WIDTH - 20, 440, WIDTH - 130, 520, WIDTH / 2, HEIGHT - 20);
  pen.bezierCurveTo(130, 520, 20, 440, 20, 300);
  pen.closePath();
};

const wave = (top, deep, length) => {
  pen.beginPath();
  pen.moveTo(0, top);
  for (let x = 0; x <= WIDTH; x += 4) pen.lineTo(x, top + deep * Math.sin((2 * Math.PI * x) / length));
};

const rays = (x, y, inner, outer, count) => {
  pen.beginPath();
  for (let at = 0; at < count * 2; at += 1) {
    const [angle, radius] = [(Math.PI * at) / count, at % 2 ? inner : outer];
    pen.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  pen.closePath();
  pen.fill();
};

pen.save();
shield();
pen.clip();
pen.fillStyle = CREAM;
pen.fillRect(0, 0, WIDTH, HEIGHT);
pen.fillStyle = GOLD;
rays(WIDTH / 2, 170, 70, 118, 16);
pen.fillStyle = CREAM;
pen.beginPath();
pen.arc(WIDTH / 2, 170, 62, 0, 2 * Math.PI);
pen.fill();
pen.fillStyle = GOLD;
pen.beginPath();
pen.arc(WIDTH / 2, 170, 52, 0, 2 * Math.PI);
pen.fill();
wave(318, 16, WIDTH * 1.1);
pen.lineTo(WIDTH, HEIGHT);
pen.lineTo(0, HEIGHT);
pen.closePath();
pen.fillStyle = INK;
pen.fill();
pen.strokeStyle = WATER;
pen.lineWidth = 13;
for (const top of [400, 436]) {
  wave(top, 9, 92);
  pen.stroke();
}
pen.restore();
shield();
pen.strokeStyle = INK;
pen.lineWidth = 16;
pen.stroke();
pen.strokeStyle = GOLD;
pen.lineWidth = 5;
pen.stroke();

const { data } = pen.getImageData(0, 0, WIDTH, HEIGHT);
const png = PNG.sync.write({ width: WIDTH, height: HEIGHT, data: Buffer.from(data) }, { deflateLevel: 9 });
writeFileSync(join(import.meta.dirname, '../../content/certificates/demo-arms.png'), png);
