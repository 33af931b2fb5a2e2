/** What only those of Sigma's vertex shaders hold that draw its labels, or what a click is looked up in. */
const UNUSED = ['#define PICKING_MODE', 'a_labelWidth', 'v_edgeDist'];
const NOTHING = '#version 300 es\nprecision mediump float;void main(){}';

/**
 * Has a context compile nothing in the place of what this picture never draws. Sigma 4.0.4 compiles the programs of
 * its labels and of its picking whether or not they are used: without a graphics card a third of the time that it
 * takes to set up. A setting to leave them out would make this needless.
 */
export function leaveOut(gl: WebGL2RenderingContext): void {
  const { shaderSource } = gl;
  let unused = false;
  gl.shaderSource = (shader, text) => {
    // The fragment shader comes after the vertex shader that it belongs to.
    unused = UNUSED.some((mark) => text.includes(mark)) || (unused && !text.includes('gl_Position'));
    shaderSource.call(gl, shader, unused ? NOTHING : text);
  };
}
