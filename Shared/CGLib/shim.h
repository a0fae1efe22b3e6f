#pragma once

// Where GLib is, for CVips alone: Swift itself sees nothing of it. The pkg-config of libvips asks for options of the compiler,
// which the package manager refuses.
