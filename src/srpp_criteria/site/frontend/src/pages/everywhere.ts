// SPDX-License-Identifier: Apache-2.0
// On every page: how many items lie in the basket.
import { showCount } from "../basket/count.ts";

showCount();
