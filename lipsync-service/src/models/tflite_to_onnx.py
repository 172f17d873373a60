#!/usr/bin/env python3
"""Converts the MediaPipe models that this service uses from TFLite to ONNX.

Only what those three files need is understood; anything else stops the conversion. Weights stay 16-bit. ONNX wants
channels first, so pictures go in as 1 x 3 x height x width; what comes out keeps the order of TFLite.
See README.md beside this file for where the models come from and how this is called.
"""
import struct
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

FLOAT32, FLOAT16, INT32 = 0, 1, 2
NUMBERS = {FLOAT32: np.float32, FLOAT16: np.float16, INT32: np.int32}
SAME = 0
CONVOLUTION_TRANSPOSE_BIAS = "Convolution2DTransposeBias"
NAMES = {0: "ADD", 1: "AVERAGE_POOL_2D", 2: "CONCATENATION", 3: "CONV_2D", 4: "DEPTHWISE_CONV_2D", 6: "DEQUANTIZE",
         14: "LOGISTIC", 17: "MAX_POOL_2D", 18: "MUL", 19: "RELU", 22: "RESHAPE", 23: "RESIZE_BILINEAR", 34: "PAD",
         54: "PRELU", 117: "HARD_SWISH"}


class Table:
    """A table of a FlatBuffer, read by the numbers that TFLite's schema gives its fields."""

    def __init__(self, data, place):
        self.data, self.place = data, place
        self.fields = place - struct.unpack_from("<i", data, place)[0]
        self.size = struct.unpack_from("<H", data, self.fields)[0]

    def _offset(self, field):
        at = 4 + 2 * field
        return struct.unpack_from("<H", self.data, self.fields + at)[0] if at < self.size else 0

    def number(self, field, kind, otherwise=0):
        offset = self._offset(field)
        return struct.unpack_from("<" + kind, self.data, self.place + offset)[0] if offset else otherwise

    def _target(self, field):
        offset = self._offset(field)
        at = self.place + offset
        return at + struct.unpack_from("<I", self.data, at)[0] if offset else None

    def table(self, field):
        target = self._target(field)
        return None if target is None else Table(self.data, target)

    def tables(self, field):
        target = self._target(field)
        count = 0 if target is None else struct.unpack_from("<I", self.data, target)[0]
        places = [target + 4 + 4 * i for i in range(count)]
        return [Table(self.data, at + struct.unpack_from("<I", self.data, at)[0]) for at in places]

    def numbers(self, field, kind):
        target = self._target(field)
        count = 0 if target is None else struct.unpack_from("<I", self.data, target)[0]
        return list(struct.unpack_from("<%d%s" % (count, kind), self.data, target + 4)) if count else []

    def octets(self, field):
        target = self._target(field)
        return b"" if target is None else self.data[target + 4:][:struct.unpack_from("<I", self.data, target)[0]]


class Conversion:
    def __init__(self, data):
        model = Table(data, struct.unpack_from("<I", data, 0)[0])
        self.codes = [(max(c.number(0, "b"), c.number(3, "i")), c.octets(1).decode()) for c in model.tables(1)]
        self.buffers = model.tables(4)
        graph = model.tables(2)[0]
        self.tensors = graph.tables(0)
        self.inputs, self.outputs = graph.numbers(1, "i"), graph.numbers(2, "i")
        self.operators = graph.tables(3)
        self.constants, self.nodes, self.weights = {}, [], []
        for number, tensor in enumerate(self.tensors):
            content = self.buffers[tensor.number(2, "I")].octets(0)
            if content:
                kind = NUMBERS[tensor.number(1, "b")]
                self.constants[number] = np.frombuffer(content, kind).reshape(self.shape(number))

    def shape(self, number):
        return self.tensors[number].numbers(0, "i")

    @staticmethod
    def name(number):
        return "t%d" % number

    def add(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def weight(self, number, order=None, shape=None):
        """A constant as an input: 16-bit in the file, 32-bit where it is used."""
        value = self.constants[number]
        value = value if order is None else value.transpose(order)
        value = np.ascontiguousarray(value if shape is None else value.reshape(shape))
        name = "w%d" % len(self.weights)
        self.weights.append(numpy_helper.from_array(value, name))
        return self.add("Cast", [name], name + "_f", to=TensorProto.FLOAT) if value.dtype == np.float16 else name

    def operand(self, number):
        """One side of a sum: a picture, or a constant with its channels in front."""
        if number not in self.constants:
            return self.name(number)
        channels = self.constants[number].size
        return self.weight(number, shape=(1, channels, 1, 1))

    def finish(self, result, output, activation):
        """Applies the activation that is part of the operator."""
        if activation == 0:
            self.add("Identity", [result], self.name(output))
        elif activation == 1:
            self.add("Relu", [result], self.name(output))
        elif activation == 3:
            self.add("Clip", [result, self.scalar(0.0), self.scalar(6.0)], self.name(output))
        else:
            raise ValueError("activation %d" % activation)

    def scalar(self, value):
        name = "w%d" % len(self.weights)
        self.weights.append(numpy_helper.from_array(np.array(value, np.float32), name))
        return name

    def integers(self, values):
        name = "w%d" % len(self.weights)
        self.weights.append(numpy_helper.from_array(np.array(values, np.int64), name))
        return name

    def pads(self, source, target, window, strides, padding):
        if padding != SAME:
            return [0, 0, 0, 0]
        before, after = [], []
        for axis in (0, 1):
            size, result = self.shape(source)[1 + axis], self.shape(target)[1 + axis]
            missing = max((result - 1) * strides[axis] + window[axis] - size, 0)
            before.append(missing // 2)
            after.append(missing - missing // 2)
        return before + after

    def convert(self):
        for operator in self.operators:
            code, custom = self.codes[operator.number(0, "I")]
            kind = custom if code == 32 else NAMES.get(code, str(code))
            method = getattr(self, "on_" + kind.lower(), None)
            if method is None:
                raise ValueError("operator " + kind)
            method(operator, operator.numbers(1, "i"), operator.numbers(2, "i")[0], operator.table(4))
        return self.nodes

    def on_dequantize(self, _, inputs, output, __):
        self.constants[output] = self.constants[inputs[0]]

    def convolution(self, inputs, output, weight, window, strides, dilations, padding, activation, group):
        extent = [(w - 1) * d + 1 for w, d in zip(window, dilations)]
        result = self.add("Conv", [self.name(inputs[0]), weight, self.weight(inputs[2])], "c%d" % output, group=group,
                          kernel_shape=window, strides=strides, dilations=dilations,
                          pads=self.pads(inputs[0], output, extent, strides, padding))
        self.finish(result, output, activation)

    def on_conv_2d(self, _, inputs, output, options):
        window = list(self.constants[inputs[1]].shape[1:3])
        self.convolution(inputs, output, self.weight(inputs[1], order=(0, 3, 1, 2)), window,
                         [options.number(2, "i"), options.number(1, "i")],
                         [options.number(5, "i", 1), options.number(4, "i", 1)],
                         options.number(0, "b"), options.number(3, "b"), 1)

    def on_depthwise_conv_2d(self, _, inputs, output, options):
        window = list(self.constants[inputs[1]].shape[1:3])
        self.convolution(inputs, output, self.weight(inputs[1], order=(3, 0, 1, 2)), window,
                         [options.number(2, "i"), options.number(1, "i")],
                         [options.number(6, "i", 1), options.number(5, "i", 1)],
                         options.number(0, "b"), options.number(4, "b"), self.shape(inputs[0])[3])

    def on_convolution2dtransposebias(self, operator, inputs, output, _):
        """MediaPipe's own operator: its options are TFLite's struct of padding, stride across and stride down."""
        padding, across, down = struct.unpack_from("<3i", operator.octets(5))
        window = list(self.constants[inputs[1]].shape[1:3])
        if window != [down, across]:
            raise ValueError("a transposed convolution with overlap, padding %d" % padding)
        self.add("ConvTranspose",
                 [self.name(inputs[0]), self.weight(inputs[1], order=(3, 0, 1, 2)), self.weight(inputs[2])],
                 self.name(output), kernel_shape=window, strides=[down, across])

    def pool(self, kind, inputs, output, options):
        window = [options.number(4, "i"), options.number(3, "i")]
        strides = [options.number(2, "i"), options.number(1, "i")]
        result = self.add(kind, [self.name(inputs[0])], "c%d" % output, kernel_shape=window, strides=strides,
                          pads=self.pads(inputs[0], output, window, strides, options.number(0, "b")))
        self.finish(result, output, options.number(5, "b"))

    def on_max_pool_2d(self, _, inputs, output, options):
        self.pool("MaxPool", inputs, output, options)

    def on_average_pool_2d(self, _, inputs, output, options):
        self.pool("AveragePool", inputs, output, options)

    def on_add(self, _, inputs, output, options):
        result = self.add("Add", [self.operand(i) for i in inputs], "c%d" % output)
        self.finish(result, output, options.number(0, "b") if options else 0)

    def on_mul(self, _, inputs, output, options):
        result = self.add("Mul", [self.operand(i) for i in inputs], "c%d" % output)
        self.finish(result, output, options.number(0, "b") if options else 0)

    def on_relu(self, _, inputs, output, __):
        self.add("Relu", [self.name(inputs[0])], self.name(output))

    def on_logistic(self, _, inputs, output, __):
        self.add("Sigmoid", [self.name(inputs[0])], self.name(output))

    def on_hard_swish(self, _, inputs, output, __):
        self.add("HardSwish", [self.name(inputs[0])], self.name(output))

    def on_prelu(self, _, inputs, output, __):
        slopes = self.weight(inputs[1], shape=(self.constants[inputs[1]].size, 1, 1))
        self.add("PRelu", [self.name(inputs[0]), slopes], self.name(output))

    def on_pad(self, _, inputs, output, __):
        paddings = self.constants[inputs[1]][[0, 3, 1, 2]]
        pads = [int(p) for p in paddings[:, 0]] + [int(p) for p in paddings[:, 1]]
        self.add("Pad", [self.name(inputs[0]), self.integers(pads)], self.name(output))

    def on_resize_bilinear(self, _, inputs, output, options):
        mode = "align_corners" if options.number(2, "b") else "half_pixel" if options.number(3, "b") else "asymmetric"
        _, height, width, channels = self.shape(output)
        self.add("Resize", [self.name(inputs[0]), "", "", self.integers([1, channels, height, width])],
                 self.name(output), mode="linear", coordinate_transformation_mode=mode)

    def on_reshape(self, _, inputs, output, __):
        last = self.add("Transpose", [self.name(inputs[0])], "c%d" % output, perm=[0, 2, 3, 1])
        self.add("Reshape", [last, self.integers(self.shape(output))], self.name(output))

    def on_concatenation(self, _, inputs, output, options):
        if len(self.shape(output)) == 4:
            raise ValueError("concatenation of pictures")
        self.add("Concat", [self.name(i) for i in inputs], self.name(output), axis=options.number(0, "i"))


def main(source, target):
    with open(source, "rb") as file:
        conversion = Conversion(file.read())
    nodes = conversion.convert()
    height, width, channels = conversion.shape(conversion.inputs[0])[1:]
    ends = []
    for number in conversion.outputs:
        shape = conversion.shape(number)
        name = "out%d" % len(ends)
        if len(shape) == 4:
            nodes.append(helper.make_node("Transpose", [conversion.name(number)], [name], perm=[0, 2, 3, 1]))
        else:
            nodes.append(helper.make_node("Identity", [conversion.name(number)], [name]))
        ends.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
    start = helper.make_tensor_value_info(
        conversion.name(conversion.inputs[0]), TensorProto.FLOAT, [1, channels, height, width])
    graph = helper.make_graph(nodes, "mediapipe", [start], ends, conversion.weights)
    model = helper.make_model(graph, producer_name="tflite_to_onnx", opset_imports=[helper.make_opsetid("", 14)])
    model.ir_version = 8
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, target)


if __name__ == "__main__":
    main(*sys.argv[1:])
